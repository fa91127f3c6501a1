import { restoreError } from './carried-error.js';
import type { FromThread, OpeningReporter, ToThread } from './messages.js';
import { PendingCalls } from './pending-calls.js';
import { EngineClosedError, EngineCrashedError } from './worker-errors.js';

/** A thread as its owner sees it: Node's `Worker`. */
export interface HostedThread {
  postMessage(message: ToThread): void;
  on(event: 'message', listener: (message: FromThread) => void): unknown;
  /** Something was thrown in the thread that nobody caught, and `exit` follows; or a message came that cannot be read. */
  on(event: 'error' | 'messageerror', listener: (cause: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
}

/**
 * How long a thread may take to end after it was told to. It does so when the runs of the model are over that it is in: a
 * second or so, half a minute on a machine that is overloaded many times. To terminate it in the middle of one would end
 * the whole process: the binding of ONNX Runtime then throws where nobody can catch it. So this is for a thread that will
 * never end by itself.
 */
const CLOSE_MILLISECONDS = 120_000;

/** One thread with an engine over one generation, from its start to its end. */
export class EngineThread {
  readonly #thread: HostedThread;
  readonly #calls: PendingCalls;
  readonly #opened: Promise<string>;
  #generation = '';
  #closing = false;
  /** What an uncaught error or an unreadable message was, until `exit` says that the thread has gone. */
  #fault: Error | undefined;

  /** Resolves, and never rejects, when the thread has gone: null where it was closed, else why. */
  readonly ended: Promise<EngineCrashedError | null>;

  private constructor(thread: HostedThread, reporter: OpeningReporter) {
    this.#thread = thread;
    this.#calls = new PendingCalls((message) => thread.postMessage(message));
    const exited = new Promise<number>((resolve) => thread.on('exit', resolve));
    this.#opened = new Promise((resolve, reject) => {
      thread.on('message', (message) => {
        if (message.kind === 'ready') resolve(message.generation);
        else if (message.kind === 'failed') reject(restoreError(message.error));
        else if (message.kind === 'notice') reporter.notice(message.message);
        else if (message.kind === 'progress') reporter.progress(message.stage, message.done, message.total);
        else this.#calls.settle(message);
      });
      void exited.then((code) => reject(this.#endOf(code)));
    });
    // Whoever starts the thread awaits it; whoever closes it before that has no use for its failure.
    this.#opened.catch(() => undefined);
    thread.on('error', (cause) => {
      this.#fault = cause;
    });
    thread.on('messageerror', (cause) => {
      // Whose answer it was cannot be told: all that wait are told that there is none.
      this.#fault = cause;
      this.#calls.failAll(new EngineCrashedError(null, cause));
      thread.postMessage({ kind: 'close' });
    });
    this.ended = exited.then((code) => {
      const end = this.#endOf(code);
      this.#calls.failAll(end);
      return end instanceof EngineCrashedError ? end : null;
    });
  }

  /**
   * Resolves when the engine in the thread is open.
   * @throws what opening it throws, restored; EngineCrashedError where the thread ends before; the signal's reason where
   * that is aborted: the thread is then closed
   */
  static async start(
    thread: HostedThread,
    reporter: OpeningReporter,
    signal: AbortSignal | undefined,
  ): Promise<EngineThread> {
    const started = new EngineThread(thread, reporter);
    const stop = (): void => void started.close();
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    try {
      started.#generation = await started.#opened;
      signal?.throwIfAborted();
      return started;
    } catch (cause) {
      await started.close();
      signal?.throwIfAborted();
      throw cause;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** The generation that its answers come from. */
  get generation(): string {
    return this.#generation;
  }

  /**
   * Calls a method of the engine.
   * @throws what the method throws, restored; EngineCrashedError, EngineClosedError; the signal's reason where one among
   * the values is aborted
   */
  call(method: string, values: readonly unknown[]): Promise<unknown> {
    return this.#closing ? Promise.reject(new EngineClosedError()) : this.#calls.call(method, values);
  }

  /** Closes the thread as soon as nothing that was asked of it is left; nothing more may be asked. */
  async retire(): Promise<void> {
    await Promise.race([this.#calls.whenIdle(), this.ended]);
    await this.close();
  }

  /** Ends the thread; what was asked of it and has not been answered fails. Resolves when it has gone. */
  async close(): Promise<void> {
    if (!this.#closing) {
      this.#closing = true;
      this.#thread.postMessage({ kind: 'close' });
      this.#calls.failAll(new EngineClosedError());
    }
    const limit = setTimeout(() => void this.#thread.terminate(), CLOSE_MILLISECONDS);
    await this.ended;
    clearTimeout(limit);
  }

  #endOf(code: number): EngineCrashedError | EngineClosedError {
    return this.#closing && this.#fault === undefined
      ? new EngineClosedError()
      : new EngineCrashedError(code, this.#fault);
  }
}
