import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { YinjuError } from '../../shared/errors.js';
import { isNetworkFailure } from './passing-failure.js';

const HUNDRED = 100;

/**
 * What kind of error something is, of a set that does not grow with use: the code of an error of Yinju, `discord-4xx` or
 * `discord-5xx` for an answer of Discord, `discord-rate-limit`, `timeout`, `network`, else `fault`. Never a part of its
 * message.
 */
export function failureKind(cause: unknown): string {
  if (cause instanceof YinjuError) return cause.code;
  if (cause instanceof DiscordAPIError || cause instanceof HTTPError)
    return `discord-${Math.floor(cause.status / HUNDRED)}xx`;
  if (cause instanceof RateLimitError) return 'discord-rate-limit';
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'timeout';
  return isNetworkFailure(cause) ? 'network' : 'fault';
}
