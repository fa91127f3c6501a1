import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, HTTPError } from 'discord.js';
import { YinjuError, reasonOf } from '../../shared/errors.js';
import { isNetworkFailure } from '../asking/passing-failure.js';
import {
  DiscordIntentsError,
  DiscordRefusedError,
  DiscordShardsError,
  DiscordTokenError,
  DiscordUnreachableError,
} from './discord-errors.js';
import { intentNames } from './intents.js';

/** What is known of a connection that failed. */
export interface ConnectionFailure {
  readonly cause: unknown;
  /** Why the gateway closed the connection for good, where it did. */
  readonly closeCode: number | null;
  readonly apiUrl: string;
  /** Whether the content of every message was asked for; left out where no gateway was. */
  readonly messageContent?: boolean;
}

/** Turns what discord.js throws while it connects into the one error that says which setting to change. */
export function explainFailure({ cause, closeCode, apiUrl, messageContent = false }: ConnectionFailure): YinjuError {
  if (cause instanceof YinjuError) return cause;
  if (closeCode === GatewayCloseCodes.AuthenticationFailed) return new DiscordTokenError({ cause });
  if (closeCode === GatewayCloseCodes.InvalidIntents || closeCode === GatewayCloseCodes.DisallowedIntents)
    return new DiscordIntentsError(closeCode, intentNames(messageContent), { cause });
  if (closeCode === GatewayCloseCodes.InvalidShard || closeCode === GatewayCloseCodes.ShardingRequired)
    return new DiscordShardsError(closeCode, { cause });
  if (cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid)
    return new DiscordTokenError({ cause });
  if (cause instanceof DiscordAPIError)
    return cause.status === 401
      ? new DiscordTokenError({ cause })
      : new DiscordRefusedError(`${cause.message} (HTTP status ${cause.status}, code ${cause.code})`, { cause });
  if (cause instanceof HTTPError) return new DiscordRefusedError(`HTTP status ${cause.status}`, { cause });
  if (isNetworkFailure(cause)) return new DiscordUnreachableError(apiUrl, { cause });
  return new DiscordRefusedError(closeCode === null ? reasonOf(cause) : `close code ${closeCode}`, { cause });
}
