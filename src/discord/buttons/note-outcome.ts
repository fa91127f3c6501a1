import { renderNote } from '../rendering/render-note.js';
import type { ShownOutcome } from './button.js';

/** A note in place of what was asked for: one sentence that says why. */
export function noteOutcome(line: string): ShownOutcome {
  return { kind: 'note', message: renderNote([line]) };
}
