import { reasonOf, YinjuError } from '../shared/errors.js';
import { EngineDownError } from './worker-errors.js';

/** What the log says of an engine that did not open: nobody's question is in that. */
export function failureFacts(cause: unknown): { readonly code: string | null; readonly reason: string } {
  const inner = cause instanceof EngineDownError && cause.cause !== undefined ? cause.cause : cause;
  return { code: inner instanceof YinjuError ? inner.code : null, reason: reasonOf(inner) };
}
