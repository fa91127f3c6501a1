import { asObject, asText } from './json.js';
import { OPCODES } from './opcodes.js';

/** events/gateway.mdx, "Sharding": which shard of how many; the first of one where the bot says nothing. */
export type ShardOfMany = readonly [id: number, count: number];

/** "Sharding": the shard that hears of a server; of direct messages the first one does. */
export function shardFor(guild: string | null, count: number): number {
  return guild === null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count));
}

export interface GatewayEvent {
  readonly name: string;
  readonly data: unknown;
  /** The bot receives the event with any of these intents; 0: always. */
  readonly intents: number;
}

/** Where a session sends what happens. */
export interface Receiver {
  send(payload: object): void;
}

/** What one bot has received over all the connections of one session (events/gateway.mdx, "Resuming"). */
export class GatewaySession {
  readonly id: string;
  readonly shard: ShardOfMany;
  readonly intents: number;
  /** The connection that it has now; null between two. */
  receiver: Receiver | null;
  readonly #sent: { readonly s: number; readonly t: string; readonly d: unknown }[] = [];

  constructor(id: string, shard: ShardOfMany, intents: number, receiver: Receiver) {
    this.id = id;
    this.shard = shard;
    this.intents = intents;
    this.receiver = receiver;
  }

  /** The last sequence number that was given (events/gateway.mdx, "Dispatch Events": counted for each session). */
  get sequence(): number {
    return this.#sent.length;
  }

  /** Whether this shard hears of the event. */
  concerns(event: GatewayEvent): boolean {
    const [id, count] = this.shard;
    return shardFor(guildOf(event), count) === id;
  }

  /** Sends an event where the intents allow it; without a connection it waits for RESUME. */
  dispatch({ name, data, intents }: GatewayEvent): void {
    if (intents !== 0 && (this.intents & intents) === 0) return;
    const event = { s: this.#sent.length + 1, t: name, d: data };
    this.#sent.push(event);
    this.receiver?.send({ op: OPCODES.dispatch, ...event });
  }

  /** "Preparing to Resume": the missed events in their order, RESUMED after them. */
  resume(receiver: Receiver, sequence: number): void {
    this.receiver = receiver;
    for (const event of this.#sent.slice(sequence)) receiver.send({ op: OPCODES.dispatch, ...event });
    this.dispatch({ name: 'RESUMED', data: {}, intents: 0 });
  }
}

/** The server where something happened; null for direct messages. */
function guildOf({ name, data }: GatewayEvent): string | null {
  const { id, guild_id: guild } = asObject(data);
  const where = asText(/^GUILD_(CREATE|UPDATE|DELETE)$/.test(name) ? id : guild);
  return where === '' ? null : where;
}
