import { Routes, type RESTGetAPIGatewayBotResult } from 'discord.js';
import { overHttp, type DiscordAccess } from '../gateway/discord-access.js';

/** How Discord wants the bot divided (events/gateway.mdx, "Get Gateway Bot"). */
export interface ShardPlan {
  /** At least 1. */
  readonly shards: number;
  /** How many shards may identify within five seconds; at least 1. */
  readonly maxConcurrency: number;
}

/** Where to ask. */
export interface PlanSource extends DiscordAccess {
  readonly signal: AbortSignal;
}

/**
 * Asks Discord into how many shards the bot is to be divided. (discord.js's own `totalShards: 'auto'` asks at an address
 * that cannot be changed.)
 * @throws DiscordTokenError, DiscordUnreachableError, DiscordRefusedError
 */
export function readShardPlan({ signal, ...access }: PlanSource): Promise<ShardPlan> {
  return overHttp(access, async (rest) => {
    const answer = (await rest.get(Routes.gatewayBot(), { signal })) as RESTGetAPIGatewayBotResult;
    const { shards, session_start_limit: limit } = answer;
    return { shards: Math.max(1, shards), maxConcurrency: Math.max(1, limit.max_concurrency) };
  });
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
