import { reasonOf } from '../shared/errors.js';
import { fileErrorCode } from '../shared/file-system.js';
import type { Pause } from '../shared/pause.js';
import { HubFileError, statusError } from './hub-file-error.js';

/** How requests are made. */
export interface HubManner {
  readonly signal: AbortSignal;
  readonly pause: Pause;
}

/** How often something is tried in a row before it is given up. */
export const ATTEMPTS = 5;

/** Waiting doubles from one second; a host that names a time gets it, up to a minute. */
const FIRST_PAUSE_MILLISECONDS = 1000;
const LONGEST_PAUSE_SECONDS = 60;

/** A connection that broke is worth another try; a host that is not there, or a name that is not known, is not. */
const BROKEN: readonly (string | null)[] = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/** How long to wait before the attempt with this number, from 1. */
export function pauseBefore(attempt: number): number {
  return FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1);
}

/**
 * Asks the hub. Answers that say "later" (429, and 500 and above) and broken connections are tried again.
 * @returns any other answer, redirects and refusals among them
 * @throws HubFileError where the host cannot be reached, or goes on saying "later"; the signal's reason
 */
export async function requestHub(url: string, options: RequestInit, { signal, pause }: HubManner): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await attemptRequest(url, { ...options, signal });
    signal.throwIfAborted();
    const isLast = attempt === ATTEMPTS;
    if (answer instanceof Response) {
      if (answer.status !== 429 && answer.status < 500) return answer;
      await answer.body?.cancel();
      if (isLast) throw statusError(url, answer);
      await pause(retryAfter(answer) ?? pauseBefore(attempt), signal);
    } else {
      if (isLast || !BROKEN.includes(codeOf(answer.cause)))
        throw new HubFileError(`${new URL(url).host} cannot be reached (${reasonWithin(answer.cause)})`, answer.cause);
      await pause(pauseBefore(attempt), signal);
    }
  }
}

async function attemptRequest(url: string, options: RequestInit): Promise<Response | { readonly cause: unknown }> {
  try {
    return await fetch(url, options);
  } catch (cause) {
    return { cause };
  }
}

/** Milliseconds that the answer asks to wait; null where it names no number of seconds. */
function retryAfter({ headers }: Response): number | null {
  const seconds = /^\d{1,9}$/.exec(headers.get('retry-after') ?? '')?.[0];
  return seconds === undefined ? null : Math.min(Number(seconds), LONGEST_PAUSE_SECONDS) * 1000;
}

/** Node wraps what happened to a connection in "fetch failed" or "terminated". */
const innerOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error;
const codeOf = (error: unknown): string | null => fileErrorCode(innerOf(error));

/** What happened to a connection: its code, else its message. */
export function reasonWithin(error: unknown): string {
  return codeOf(error) ?? reasonOf(innerOf(error));
}
