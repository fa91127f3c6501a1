import { HTTPError } from 'discord.js';

const NETWORK_CODE = /^(E[A-Z_]+|UND_ERR_[A-Z_]+)$/;

/** The code of a failure of the network, its own or that of its cause; null where it is none. */
function networkCode(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  if ('code' in cause && typeof cause.code === 'string' && NETWORK_CODE.test(cause.code)) return cause.code;
  return networkCode(cause.cause);
}

/** Whether a call to Discord got no response: nothing listens there, the connection was cut, or it took too long. */
export function isNetworkFailure(cause: unknown): boolean {
  return (cause instanceof Error && cause.name === 'AbortError') || networkCode(cause) !== null;
}

/** Whether the same call may do better a moment later: no response came, or Discord itself has trouble (5xx). */
export function isPassingFailure(cause: unknown): boolean {
  return (cause instanceof HTTPError && cause.status >= 500) || isNetworkFailure(cause);
}
