import { once } from 'node:events';
import { WebSocket } from 'ws';
import { asNumber, asObject, asText, type JsonObject } from '../discord-emulator/json.js';

/** What a thread of the program holds after a forced collection, in bytes. */
export interface ThreadMemory {
  readonly heap: number;
  readonly arrayBuffers: number;
}

/** What the program holds: its main thread, and the thread of the engine (zero where there is none). */
export interface ProgramMemory {
  readonly main: ThreadMemory;
  readonly engine: ThreadMemory;
  /** Resident bytes of the whole process. */
  readonly resident: number;
}

const NOTHING: ThreadMemory = { heap: 0, arrayBuffers: 0 };
const MEASURE = 'JSON.stringify(process.memoryUsage())';

/** What an environment has to hold so that a program can be looked into, on this machine alone and on any free port. */
export const INSPECTABLE = { NODE_OPTIONS: '--inspect=127.0.0.1:0 --max-semi-space-size=4' };

/**
 * Looks into a program that runs with `INSPECTABLE`, from outside: by the protocol of V8's inspector
 * (https://chromedevtools.github.io/devtools-protocol/v8/), to whose domains Node adds `NodeWorker` for its threads.
 */
export class ProcessInspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, (result: JsonObject) => void>();
  readonly #threads = new Set<string>();
  #sent = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString('utf8')), ''));
  }

  /** @param errors what the program has written to standard error: it says there where it listens */
  static async attach(errors: string): Promise<ProcessInspector> {
    const address = /^Debugger listening on (ws:\S+)$/m.exec(errors)?.[1];
    if (address === undefined) throw new Error('The program does not say where it can be inspected.');
    const socket = new WebSocket(address);
    await once(socket, 'open');
    const inspector = new ProcessInspector(socket);
    await inspector.#call('NodeWorker.enable', { waitForDebuggerOnStart: false });
    return inspector;
  }

  /** Collects garbage in every thread, and measures what is left. */
  async memory(): Promise<ProgramMemory> {
    const main = await this.#measure('');
    const [engine] = await Promise.all([...this.#threads].map((thread) => this.#measure(thread)));
    return { main, engine: engine ?? NOTHING, resident: main.resident };
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  async #measure(thread: string): Promise<ThreadMemory & { readonly resident: number }> {
    await this.#call('HeapProfiler.collectGarbage', {}, thread);
    const { result } = await this.#call('Runtime.evaluate', { expression: MEASURE, returnByValue: true }, thread);
    const usage = asObject(JSON.parse(asText(asObject(result).value)));
    const { heapUsed, arrayBuffers, rss } = usage;
    return { heap: asNumber(heapUsed), arrayBuffers: asNumber(arrayBuffers), resident: asNumber(rss) };
  }

  /** @param thread session of a thread; empty for the main one */
  #call(method: string, params: JsonObject, thread = ''): Promise<JsonObject> {
    const id = (this.#sent += 1);
    const message = JSON.stringify({ id, method, params });
    return new Promise((resolve) => {
      this.#waiting.set(`${thread} ${id}`, resolve);
      if (thread === '') this.#socket.send(message);
      else void this.#call('NodeWorker.sendMessageToWorker', { sessionId: thread, message });
    });
  }

  #take(message: unknown, thread: string): void {
    const { id, method, params, result } = asObject(message);
    const { sessionId, message: inner } = asObject(params);
    if (method === 'NodeWorker.attachedToWorker') this.#threads.add(asText(sessionId));
    else if (method === 'NodeWorker.detachedFromWorker') this.#threads.delete(asText(sessionId));
    else if (method === 'NodeWorker.receivedMessageFromWorker')
      this.#take(JSON.parse(asText(inner)), asText(sessionId));
    else if (typeof id === 'number') {
      const key = `${thread} ${id}`;
      this.#waiting.get(key)?.(asObject(result));
      this.#waiting.delete(key);
    }
  }
}
