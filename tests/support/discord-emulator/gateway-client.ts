import { WebSocket } from 'ws';
import { asObject, type JsonObject } from './json.js';

/** A bare client of the gateway: sends what it is told, by itself nothing at all, and keeps what comes. */
export class GatewayClient {
  readonly received: JsonObject[] = [];
  closeCode: number | null = null;
  readonly #socket: WebSocket;

  /** @param changed called after everything that comes */
  constructor(url: string, changed: () => void) {
    this.#socket = new WebSocket(url);
    this.#socket.on('message', (data: Buffer) => {
      this.received.push(asObject(JSON.parse(data.toString('utf8'))));
      changed();
    });
    this.#socket.on('close', (code) => {
      this.closeCode = code;
      changed();
    });
  }

  send(op: number, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  close(code: number): void {
    this.#socket.close(code);
  }

  /** Everything of this opcode. */
  of(op: number): readonly JsonObject[] {
    return this.received.filter((one) => one.op === op);
  }

  /** Data of the dispatched events of this name. */
  events(name: string): readonly JsonObject[] {
    return this.received.filter(({ t }) => t === name).map(({ d }) => asObject(d));
  }
}
