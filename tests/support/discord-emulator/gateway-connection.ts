import type { RawData, WebSocket } from 'ws';
import type { GatewaySession, Receiver } from './gateway-session.js';
import { asNumber, asObject, type JsonObject } from './json.js';
import { CLOSE, OPCODES, type CloseReason } from './opcodes.js';

/** events/gateway.mdx, "Sending Events": longer ones end the connection. */
const PAYLOAD_BYTES = 4096;

/** events/gateway.mdx, "Rate Limiting": 120 events in 60 seconds for each connection. */
const SENDS = 120;
const SENDS_MILLISECONDS = 60_000;

/**
 * events/gateway.mdx, "Heartbeat Interval": there is tolerance in the interval, but the documentation does not say how
 * much: a whole interval here.
 */
const TOLERANCE = 2;

/** What the gateway does when a client says who it is. Each returns the session, or closes and returns null. */
export interface ConnectionHost {
  readonly heartbeatMilliseconds: number;
  identify(connection: GatewayConnection, d: JsonObject): GatewaySession | null;
  resume(connection: GatewayConnection, d: JsonObject): GatewaySession | null;
  heard(): void;
  closed(session: GatewaySession | null, code: number): void;
}

/** One connection to the gateway, from HELLO to its close. */
export class GatewayConnection implements Receiver {
  readonly #socket: WebSocket;
  readonly #host: ConnectionHost;
  readonly #sends: number[] = [];
  #session: GatewaySession | null = null;
  #isZombie = false;
  #patience: NodeJS.Timeout | null = null;

  /** @param version of the address that was connected to, null where it names none */
  constructor(socket: WebSocket, version: string | null, host: ConnectionHost) {
    this.#socket = socket;
    this.#host = host;
    socket.on('close', (code) => {
      clearTimeout(this.#patience ?? undefined);
      const session = this.#session;
      if (session?.receiver === this) session.receiver = null;
      host.closed(session, code);
    });
    socket.on('message', (data: RawData) => this.#take(textOf(data)));
    // events/gateway.mdx, "Gateway URL Query String Params".
    if (version !== null && version !== '10') {
      this.close(CLOSE.invalidVersion);
      return;
    }
    // events/gateway.mdx, "Hello Event".
    this.send({ op: OPCODES.hello, d: { heartbeat_interval: host.heartbeatMilliseconds } });
    this.#waitForHeartbeat();
  }

  send(payload: object): void {
    if (!this.#isZombie) this.#socket.send(JSON.stringify(payload));
  }

  close({ code, reason }: CloseReason): void {
    this.#socket.close(code, reason);
  }

  /** events/gateway.mdx, "Sending Heartbeats": a "zombied" connection is open, and nothing comes over it any more. */
  turnIntoZombie(): void {
    this.#isZombie = true;
  }

  #take(text: string): void {
    if (this.#isZombie) return;
    const payload = parse(text);
    if (Buffer.byteLength(text) > PAYLOAD_BYTES || payload === null) {
      this.close(CLOSE.decodeError);
      return;
    }
    if (this.#sendsTooMuch()) {
      this.close(CLOSE.rateLimited);
      return;
    }
    const { op, d } = asObject(payload);
    switch (asNumber(op)) {
      case OPCODES.heartbeat:
        this.#host.heard();
        this.#waitForHeartbeat();
        this.send({ op: OPCODES.heartbeatAck });
        return;
      case OPCODES.identify:
        if (this.#session === null) this.#session = this.#host.identify(this, asObject(d));
        else this.close(CLOSE.alreadyAuthenticated);
        return;
      case OPCODES.resume:
        this.#session = this.#host.resume(this, asObject(d));
        return;
      case OPCODES.presenceUpdate:
      case OPCODES.voiceStateUpdate:
      case OPCODES.requestGuildMembers:
        if (this.#session === null) this.close(CLOSE.notAuthenticated);
        return;
      default:
        this.close(CLOSE.unknownOpcode);
    }
  }

  /**
   * "Heartbeat Interval": a connection without heartbeats is closed, and its session can be resumed. The documentation
   * names no close code: 4000 is one after which a client may resume.
   */
  #waitForHeartbeat(): void {
    clearTimeout(this.#patience ?? undefined);
    const patience = this.#host.heartbeatMilliseconds * TOLERANCE;
    this.#patience = setTimeout(() => this.close(CLOSE.unknownError), patience).unref();
  }

  #sendsTooMuch(): boolean {
    const now = performance.now();
    this.#sends.push(now);
    while ((this.#sends[0] ?? now) < now - SENDS_MILLISECONDS) this.#sends.shift();
    return this.#sends.length > SENDS;
  }
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
