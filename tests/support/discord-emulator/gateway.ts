import type { Server } from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { asList, asNumber, asObject, asText, type JsonObject } from './json.js';

/* Opcodes and close codes: topics/opcodes-and-status-codes.mdx. */
const DISPATCH = 0;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const PRESENCE_UPDATE = 3;
const VOICE_STATE_UPDATE = 4;
const RESUME = 6;
const RECONNECT = 7;
const REQUEST_GUILD_MEMBERS = 8;
const INVALID_SESSION = 9;
const HELLO = 10;
const HEARTBEAT_ACK = 11;

export const INTENT_GUILDS = 1 << 0;
export const INTENT_GUILD_MESSAGES = 1 << 9;
export const INTENT_DIRECT_MESSAGES = 1 << 12;
export const INTENT_MESSAGE_CONTENT = 1 << 15;
/** events/gateway.mdx, "Privileged Intents": members, presences, message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | INTENT_MESSAGE_CONTENT;
/** events/gateway.mdx, "List of Intents": all bits that exist. */
const KNOWN = 0b11_0011_0001_1111_1111_1111_1111;

/** events/gateway.mdx, "Sharding": which shard of how many; the first of one where the bot says nothing. */
export type ShardOfMany = readonly [id: number, count: number];

/** "Sharding": the shard that hears of a server; of direct messages the first one does. */
export function shardFor(guild: string | null, count: number): number {
  return guild === null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count));
}

/** "Rate Limiting" of IDENTIFY: so many shards within five seconds, counted by shard id modulo `max_concurrency`. */
const IDENTIFY_WINDOW_MILLISECONDS = 5000;

/** What one bot has received over all its connections of one session. */
interface Session {
  readonly id: string;
  readonly shard: ShardOfMany;
  readonly intents: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

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

export interface GatewayEvent {
  readonly name: string;
  readonly data: unknown;
  /** The bot receives the event with any of these intents; 0: always. */
  readonly intents: number;
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
  readonly #sessions = new Map<string, Session>();
  readonly #options: GatewayOptions;
  readonly #changed: () => void;
  /** When a shard of this remainder may identify again. */
  readonly #identifyFrom = new Map<number, number>();
  #begun = 0;
  #refusal: number | null = null;

  constructor(http: Server, options: GatewayOptions, changed: () => void) {
    this.#options = options;
    this.#changed = changed;
    this.#server = new WebSocketServer({ server: http });
    this.#server.on('connection', (socket) => this.#accept(socket));
  }

  /** True once a bot has been told READY and is connected. */
  get connected(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket !== null);
  }

  /** Ids of the shards that are connected, in order. */
  get connectedShards(): readonly number[] {
    const connected = [...this.#sessions.values()].filter(({ socket }) => socket !== null);
    return connected.map(({ shard: [id] }) => id).sort((one, other) => one - other);
  }

  /** Sends an event to every session that may receive it, and whose shard it is; kept for those that resume later. */
  dispatch(event: GatewayEvent | ((intents: number) => GatewayEvent)): void {
    for (const session of this.#sessions.values()) {
      const wanted = typeof event === 'function' ? event(session.intents) : event;
      const [id, count] = session.shard;
      if (shardFor(guildOf(wanted), count) === id) this.#dispatchTo(session, wanted);
    }
  }

  /** events/gateway.mdx, "Reconnecting": the bot is asked to reconnect and resume. */
  askToReconnect(): void {
    this.#broadcast({ op: RECONNECT, d: null });
  }

  /** events/gateway-events.mdx, "Invalid Session". One that cannot be resumed is forgotten. */
  invalidate(resumable: boolean): void {
    this.#broadcast({ op: INVALID_SESSION, d: resumable });
    if (!resumable) this.#sessions.clear();
  }

  /** The next IDENTIFY is answered with this close code, whatever it holds. */
  refuseNextIdentify(code: number): void {
    this.#refusal = code;
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
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify(payload));
  }

  #dispatchTo(session: Session, { name, data, intents }: GatewayEvent): void {
    if (intents !== 0 && (session.intents & intents) === 0) return;
    // events/gateway.mdx, "Sequence numbers": counted for each session, and replayed from there on RESUME.
    const event = { s: session.sent.length + 1, t: name, d: data };
    session.sent.push(event);
    session.socket?.send(JSON.stringify({ op: DISPATCH, ...event }));
  }

  #record(record: GatewayRecord): void {
    this.records.push(record);
    this.#changed();
  }

  #accept(socket: WebSocket): void {
    let session: Session | null = null;
    const close = (code: number, reason: string): void => socket.close(code, reason);
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = null;
      // events/gateway.mdx, "Initiating a Disconnect": closing with 1000 or 1001 ends the session.
      if (session !== null && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
      this.#record({ kind: 'closed', code });
    });
    socket.on('message', (data: RawData) => {
      const text = textOf(data);
      // events/gateway.mdx:507 (limits.md, "payload 4096 bytes").
      if (Buffer.byteLength(text) > 4096) {
        close(4002, 'Error while decoding payload.');
        return;
      }
      const { op, d } = asObject(parse(text));
      switch (op) {
        case HEARTBEAT:
          this.#record({ kind: 'heartbeat' });
          socket.send(JSON.stringify({ op: HEARTBEAT_ACK }));
          return;
        case IDENTIFY:
          // "4005 Already authenticated".
          if (session !== null) {
            close(4005, 'Already authenticated.');
            return;
          }
          session = this.#identify(socket, asObject(d), close);
          return;
        case RESUME:
          session = this.#resume(socket, asObject(d), close);
          return;
        case PRESENCE_UPDATE:
        case VOICE_STATE_UPDATE:
        case REQUEST_GUILD_MEMBERS:
          // "4003 Not authenticated": a payload before IDENTIFY.
          if (session === null) close(4003, 'Not authenticated.');
          return;
        default: {
          close(4001, 'Unknown opcode.');
          return;
        }
      }
    });
    socket.send(JSON.stringify({ op: HELLO, d: { heartbeat_interval: this.#options.heartbeatMilliseconds } }));
  }

  #identify(socket: WebSocket, d: JsonObject, close: (code: number, reason: string) => void): Session | null {
    const intents = asNumber(d.intents);
    const [id = 0, count = 1] = asList(d.shard).map(asNumber);
    this.#record({ kind: 'identify', intents, properties: asObject(d.properties), shard: [id, count] });
    const refusal = this.#refusal;
    this.#refusal = null;
    if (refusal !== null) return refuse(() => close(refusal, 'Refused.'));
    // Close codes 4004, 4013, 4014 (limits.md, line "codes" and line "MESSAGE_CONTENT").
    if (asText(d.token) !== this.#options.token) return refuse(() => close(4004, 'Authentication failed.'));
    if ((intents & ~KNOWN) !== 0) return refuse(() => close(4013, 'Invalid intent(s).'));
    if ((intents & PRIVILEGED & ~this.#options.allowedPrivileged) !== 0)
      return refuse(() => close(4014, 'Disallowed intent(s).'));
    // Close code 4010: a shard that there is not.
    if (id < 0 || count < 1 || id >= count) return refuse(() => close(4010, 'Invalid shard.'));
    if (this.#identifiesTooSoon(id)) {
      // "Rate Limiting": whoever identifies too soon is told that the session is invalid.
      socket.send(JSON.stringify({ op: INVALID_SESSION, d: false }));
      return null;
    }
    const session: Session = { id: `session-${(this.#begun += 1)}`, shard: [id, count], intents, sent: [], socket };
    this.#sessions.set(session.id, session);
    for (const event of this.#options.greeting(session.id, session.shard)) this.#dispatchTo(session, event);
    this.#changed();
    return session;
  }

  #identifiesTooSoon(shard: number): boolean {
    const { maxConcurrency } = this.#options;
    if (maxConcurrency === null) return false;
    const now = performance.now();
    const key = shard % maxConcurrency;
    if (now < (this.#identifyFrom.get(key) ?? 0)) return true;
    this.#identifyFrom.set(key, now + IDENTIFY_WINDOW_MILLISECONDS);
    return false;
  }

  #resume(socket: WebSocket, d: JsonObject, close: (code: number, reason: string) => void): Session | null {
    const sequence = asNumber(d.seq);
    this.#record({ kind: 'resume', sequence });
    if (asText(d.token) !== this.#options.token) return refuse(() => close(4004, 'Authentication failed.'));
    const session = this.#sessions.get(asText(d.session_id));
    if (session === undefined) {
      // events/gateway.mdx, "Resuming": a session that is not there is answered with Invalid Session.
      socket.send(JSON.stringify({ op: INVALID_SESSION, d: false }));
      return null;
    }
    // "4007 Invalid seq".
    if (sequence > session.sent.length) return refuse(() => close(4007, 'Invalid sequence.'));
    session.socket = socket;
    for (const event of session.sent.slice(sequence)) socket.send(JSON.stringify({ op: DISPATCH, ...event }));
    this.#dispatchTo(session, { name: 'RESUMED', data: {}, intents: 0 });
    this.#changed();
    return session;
  }
}

/** The server where something happened; null for direct messages. */
function guildOf({ name, data }: GatewayEvent): string | null {
  const { id, guild_id: guild } = asObject(data);
  const where = asText(/^GUILD_(CREATE|UPDATE|DELETE)$/.test(name) ? id : guild);
  return where === '' ? null : where;
}

function textOf(data: RawData): string {
  return Buffer.concat(Array.isArray(data) ? data : [new Uint8Array(data)]).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(close: () => void): null {
  close();
  return null;
}
