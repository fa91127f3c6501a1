import { REST, Routes, type RESTGetAPIGatewayBotResult } from 'discord.js';
import { explainFailure } from '../gateway/explain-failure.js';

/** How Discord wants the bot divided (events/gateway.mdx, "Get Gateway Bot"). */
export interface ShardPlan {
  /** At least 1. */
  readonly shards: number;
  /** How many shards may identify within five seconds; at least 1. */
  readonly maxConcurrency: number;
}

/** Where to ask. */
export interface PlanSource {
  readonly token: string;
  /** As discord.js's `rest.api`. */
  readonly apiUrl: string;
  readonly signal: AbortSignal;
}

/**
 * Asks Discord into how many shards the bot is to be divided. (discord.js's own `totalShards: 'auto'` asks at an address
 * that cannot be changed.)
 * @throws DiscordTokenError, DiscordUnreachableError, DiscordRefusedError
 */
export async function readShardPlan({ token, apiUrl, signal }: PlanSource): Promise<ShardPlan> {
  const rest = new REST({ api: apiUrl.replace(/\/$/, '') }).setToken(token);
  try {
    const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot(), {
      signal,
    })) as RESTGetAPIGatewayBotResult;
    return { shards: Math.max(1, shards), maxConcurrency: Math.max(1, limit.max_concurrency) };
  } catch (cause) {
    throw explainFailure({ cause, closeCode: null, apiUrl });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/** Discord lets so many shards identify within this time (events/gateway.mdx, "Rate Limiting"). */
const IDENTIFY_WINDOW_MILLISECONDS = 5000;

/** What its clock and the network may differ by. */
const MARGIN_MILLISECONDS = 250;

/**
 * How long to wait after one shard is ready before the next is started. Shards whose ids leave the same remainder by
 * `maxConcurrency` share a limit; started one after another in the order of their ids they are so 5 s apart.
 */
export function pauseBetweenShards({ maxConcurrency }: ShardPlan): number {
  return Math.ceil(IDENTIFY_WINDOW_MILLISECONDS / maxConcurrency) + MARGIN_MILLISECONDS;
}
