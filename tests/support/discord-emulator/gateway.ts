import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { GatewayConnection } from './gateway-connection.js';
import { GatewaySession, type GatewayEvent, type ShardOfMany } from './gateway-session.js';
import { IdentifyLimit } from './identify-limit.js';
import { KNOWN_INTENTS, PRIVILEGED_INTENTS } from './intents.js';
import { asList, asNumber, asObject, asText, type JsonObject } from './json.js';
import { CLOSE, OPCODES, type CloseReason } from './opcodes.js';

export { shardFor, type GatewayEvent, type ShardOfMany } from './gateway-session.js';
export { INTENT_DIRECT_MESSAGES, INTENT_GUILDS, INTENT_GUILD_MESSAGES, INTENT_MESSAGE_CONTENT } from './intents.js';

export interface GatewayOptions {
  readonly token: string;
  /** Privileged intents that the developer portal has switched on. */
  readonly allowedPrivileged: number;
  readonly heartbeatMilliseconds: number;
  /** Dispatched after IDENTIFY, READY first, each with the intents of which one must be there (0: none is needed). */
  readonly greeting: (sessionId: string, shard: ShardOfMany) => readonly GatewayEvent[];
  /** How many shards may identify at a time; null: nobody counts. */
  readonly maxConcurrency: number | null;
}

/** Something that happened on the gateway, in order. */
export type GatewayRecord =
  | {
      readonly kind: 'identify';
      readonly intents: number;
      readonly properties: JsonObject;
      readonly shard: ShardOfMany;
    }
  | { readonly kind: 'resume'; readonly sequence: number }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'closed'; readonly code: number };

/** The gateway, version 10, JSON without compression (events/gateway.mdx). */
export class Gateway {
  readonly records: GatewayRecord[] = [];
  readonly #server: WebSocketServer;
  readonly #connections = new Set<GatewayConnection>();
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #options: GatewayOptions;
  readonly #changed: () => void;
  readonly #identifyLimit: IdentifyLimit;
  #begun = 0;
  #identifyRefusal: number | null = null;
  #resumeRefusal: { readonly resumable: boolean } | null = null;

  constructor(http: Server, options: GatewayOptions, changed: () => void) {
    this.#options = options;
    this.#changed = changed;
    this.#identifyLimit = new IdentifyLimit(options.maxConcurrency);
    this.#server = new WebSocketServer({ server: http });
    this.#server.on('connection', (socket, { url }) => {
      const version = new URL(url ?? '/', 'ws://localhost').searchParams.get('v');
      const connection: GatewayConnection = new GatewayConnection(socket, version, {
        heartbeatMilliseconds: options.heartbeatMilliseconds,
        identify: (from, d) => this.#identify(from, d),
        resume: (from, d) => this.#resume(from, d),
        heard: () => this.#record({ kind: 'heartbeat' }),
        closed: (session, code) => this.#closed(connection, session, code),
      });
      this.#connections.add(connection);
    });
  }

  /** True once a bot has been told READY and is connected. */
  get connected(): boolean {
    return [...this.#sessions.values()].some(({ receiver }) => receiver !== null);
  }

  /** Ids of the shards that are connected, in order. */
  get connectedShards(): readonly number[] {
    const connected = [...this.#sessions.values()].filter(({ receiver }) => receiver !== null);
    return connected.map(({ shard: [id] }) => id).sort((one, other) => one - other);
  }

  /** Sends an event to every session that may receive it, and whose shard it is; kept for those that resume later. */
  dispatch(event: GatewayEvent | ((intents: number) => GatewayEvent)): void {
    for (const session of this.#sessions.values()) {
      const wanted = typeof event === 'function' ? event(session.intents) : event;
      if (session.concerns(wanted)) session.dispatch(wanted);
    }
  }

  /** events/gateway-events.mdx, "Reconnect": the bot is asked to reconnect and resume. */
  askToReconnect(): void {
    this.#broadcast({ op: OPCODES.reconnect, d: null });
  }

  /** events/gateway.mdx, "Heartbeat Requests": the bot is asked for a heartbeat out of turn. */
  askForHeartbeat(): void {
    this.#broadcast({ op: OPCODES.heartbeat, d: null });
  }

  /** events/gateway-events.mdx, "Invalid Session". One that cannot be resumed is forgotten. */
  invalidate(resumable: boolean): void {
    this.#broadcast({ op: OPCODES.invalidSession, d: resumable });
    if (!resumable) this.#sessions.clear();
  }

  /** The next IDENTIFY is answered with this close code, whatever it holds. */
  refuseNextIdentify(code: number): void {
    this.#identifyRefusal = code;
  }

  /** "Preparing to Resume": the next RESUME is answered with Invalid Session; one that cannot be resumed is forgotten. */
  refuseNextResume(resumable: boolean): void {
    this.#resumeRefusal = { resumable };
  }

  /** Every connection of now stays open, and nothing comes over it any more: no event, no acknowledgement. */
  turnIntoZombies(): void {
    for (const connection of this.#connections) connection.turnIntoZombie();
  }

  /** Cuts every connection; sessions may be resumed. */
  drop(code: number): void {
    for (const client of this.#server.clients) client.close(code);
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #broadcast(payload: object): void {
    for (const { receiver } of this.#sessions.values()) receiver?.send(payload);
  }

  #record(record: GatewayRecord): void {
    this.records.push(record);
    this.#changed();
  }

  #closed(connection: GatewayConnection, session: GatewaySession | null, code: number): void {
    this.#connections.delete(connection);
    // events/gateway.mdx, "Initiating a Disconnect": closing with 1000 or 1001 ends the session.
    if (session !== null && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    this.#record({ kind: 'closed', code });
  }

  /** events/gateway.mdx, "Identifying": READY, or why not. */
  #identify(connection: GatewayConnection, d: JsonObject): GatewaySession | null {
    const intents = asNumber(d.intents);
    const [id = 0, count = 1] = asList(d.shard).map(asNumber);
    this.#record({ kind: 'identify', intents, properties: asObject(d.properties), shard: [id, count] });
    const refusal = this.#whyRefused(d, intents, [id, count]);
    if (refusal !== null) {
      connection.close(refusal);
      return null;
    }
    if (this.#identifyLimit.isTooSoon(id)) {
      // "Identifying": whoever identifies too soon is told that the session is invalid.
      connection.send({ op: OPCODES.invalidSession, d: false });
      return null;
    }
    const session = new GatewaySession(`session-${(this.#begun += 1)}`, [id, count], intents, connection);
    this.#sessions.set(session.id, session);
    for (const event of this.#options.greeting(session.id, session.shard)) session.dispatch(event);
    this.#changed();
    return session;
  }

  /** "Gateway Close Event Codes": what is wrong with an IDENTIFY; null where nothing is. */
  #whyRefused(d: JsonObject, intents: number, [id, count]: ShardOfMany): CloseReason | null {
    const planned = this.#identifyRefusal;
    this.#identifyRefusal = null;
    if (planned !== null) return { code: planned, reason: 'Refused.' };
    if (asText(d.token) !== this.#options.token) return CLOSE.authenticationFailed;
    if ((intents & ~KNOWN_INTENTS) !== 0) return CLOSE.invalidIntents;
    if ((intents & PRIVILEGED_INTENTS & ~this.#options.allowedPrivileged) !== 0) return CLOSE.disallowedIntents;
    return id < 0 || count < 1 || id >= count ? CLOSE.invalidShard : null;
  }

  /** events/gateway.mdx, "Preparing to Resume": the missed events, or Invalid Session where there is no such session. */
  #resume(connection: GatewayConnection, d: JsonObject): GatewaySession | null {
    const sequence = asNumber(d.seq);
    this.#record({ kind: 'resume', sequence });
    if (asText(d.token) !== this.#options.token) {
      connection.close(CLOSE.authenticationFailed);
      return null;
    }
    const planned = this.#resumeRefusal;
    this.#resumeRefusal = null;
    if (planned?.resumable === false) this.#sessions.delete(asText(d.session_id));
    const session = this.#sessions.get(asText(d.session_id));
    if (session === undefined || planned !== null) {
      connection.send({ op: OPCODES.invalidSession, d: planned?.resumable ?? false });
      return null;
    }
    if (sequence > session.sequence) {
      connection.close(CLOSE.invalidSequence);
      return null;
    }
    session.resume(connection, sequence);
    this.#changed();
    return session;
  }
}
