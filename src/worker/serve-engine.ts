import type { Engine } from '../answering/engine.js';
import type { IndexState } from '../indexing/index-state.js';
import { carryError } from './carried-error.js';
import type { FromThread, OpeningReporter, ToThread } from './messages.js';
import { callByName } from './remote-service.js';

/** What lives in the thread: the engine, and how the index and the documents that it came from stand now. */
export interface EngineService extends Engine {
  indexState(signal?: AbortSignal): Promise<IndexState>;
}

/** The side of the channel that the thread holds: Node's `parentPort`. */
export interface ThreadSide {
  postMessage(message: FromThread): void;
  on(event: 'message', listener: (message: ToThread) => void): unknown;
  close(): void;
}

/** Opens the engine of the thread. */
export type OpenService = (reporter: OpeningReporter, signal: AbortSignal) => Promise<EngineService>;

/**
 * Runs an engine on one side of a channel: opens it, answers the calls that come, closes it when told so. Nothing is
 * thrown: what goes wrong goes through the channel. When it has resolved the thread has nothing more to do.
 */
export async function serveEngine(port: ThreadSide, open: OpenService): Promise<void> {
  const ending = new AbortController();
  const calls = new RunningCalls(port);
  const closing = new Promise<void>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const opened = open(
    {
      notice: (message) => port.postMessage({ kind: 'notice', message }),
      progress: (stage, done, total) => port.postMessage({ kind: 'progress', stage, done, total }),
    },
    ending.signal,
  );
  port.on('message', (message) => {
    if (message.kind === 'close') ending.abort();
    else if (message.kind === 'abort') calls.abort(message.id);
    else calls.start(opened, message);
  });
  try {
    const service = await opened;
    const { generation } = await service.summary();
    port.postMessage({ kind: 'ready', generation });
    await closing;
    await calls.abortAll();
    await service.close();
  } catch (cause) {
    port.postMessage({ kind: 'failed', error: carryError(cause) });
  } finally {
    port.close();
  }
}

class RunningCalls {
  readonly #port: ThreadSide;
  readonly #running = new Map<number, { readonly stop: AbortController; readonly done: Promise<void> }>();

  constructor(port: ThreadSide) {
    this.#port = port;
  }

  start(service: Promise<EngineService>, call: Extract<ToThread, { readonly kind: 'call' }>): void {
    const stop = new AbortController();
    this.#running.set(call.id, { stop, done: this.#run(service, call, stop.signal) });
  }

  abort(id: number): void {
    this.#running.get(id)?.stop.abort();
  }

  /** Aborts everything that runs, and waits for its end. */
  async abortAll(): Promise<void> {
    const all = [...this.#running.values()];
    for (const { stop } of all) stop.abort();
    await Promise.all(all.map(({ done }) => done));
  }

  async #run(
    service: Promise<EngineService>,
    { id, method, values, signalAt }: Extract<ToThread, { readonly kind: 'call' }>,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const given = values.map((value, place) => (place === signalAt ? signal : value));
      const value = await callByName(await service, method, given);
      // Throws where the value is no plain data: the caller is told that instead.
      this.#port.postMessage({ kind: 'result', id, value });
    } catch (cause) {
      this.#port.postMessage({ kind: 'error', id, error: carryError(cause) });
    } finally {
      this.#running.delete(id);
    }
  }
}
