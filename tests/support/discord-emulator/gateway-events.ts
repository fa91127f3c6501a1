import { guildCreate, type Cast } from './cast.js';
import { shardFor, type GatewayEvent, type ShardOfMany } from './gateway-session.js';
import { INTENT_GUILDS } from './intents.js';
import type { JsonObject } from './json.js';

/** A server, and its one channel. */
export type ServerPlace = Pick<Cast, 'guild' | 'channel'>;

export interface Greeting {
  readonly cast: Cast;
  /** All to which the bot was added. */
  readonly servers: readonly ServerPlace[];
  readonly sessionId: string;
  readonly shard: ShardOfMany;
  readonly url: string;
  readonly guildLocale: string;
}

/** events/gateway-events.mdx, "Ready": servers come as unavailable first, then one by one; those of the shard only. */
export function greeting({ cast, servers, sessionId, shard, url, guildLocale }: Greeting): readonly GatewayEvent[] {
  const [shardId, count] = shard;
  const own = servers.filter(({ guild }) => shardFor(guild, count) === shardId);
  const ready = {
    v: 10,
    user: cast.bot,
    guilds: own.map(({ guild }) => ({ id: guild, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: url,
    shard,
    application: { id: cast.application, flags: 0 },
  };
  return [
    { name: 'READY', data: ready, intents: 0 },
    ...own.map((server) => serverAdded({ ...cast, ...server }, guildLocale)),
  ];
}

/** events/gateway-events.mdx, "Guild Create". @param cast with the guild and the channel of the server */
export function serverAdded(cast: Cast, guildLocale: string): GatewayEvent {
  return { name: 'GUILD_CREATE', data: guildCreate(cast, guildLocale), intents: INTENT_GUILDS };
}

/** events/gateway-events.mdx, "Thread Create". */
export function threadCreate(thread: JsonObject): GatewayEvent {
  return { name: 'THREAD_CREATE', data: { ...thread, newly_created: true }, intents: INTENT_GUILDS };
}

/** events/gateway-events.mdx, "Thread Update". */
export function threadUpdate(thread: JsonObject): GatewayEvent {
  return { name: 'THREAD_UPDATE', data: thread, intents: INTENT_GUILDS };
}

/** events/gateway-events.mdx, "Guild Delete": without `unavailable` the bot was removed from the server. */
export function serverRemoved(guild: string): GatewayEvent {
  return { name: 'GUILD_DELETE', data: { id: guild }, intents: INTENT_GUILDS };
}
