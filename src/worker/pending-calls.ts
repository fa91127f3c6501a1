import { restoreError } from './carried-error.js';
import type { FromThread, ToThread } from './messages.js';
import { signalAmong } from './remote-service.js';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
  /** Stops listening to the caller's signal. */
  readonly release: () => void;
}

/** Calls that were sent through a channel and have not been answered. */
export class PendingCalls {
  readonly #post: (message: ToThread) => void;
  readonly #pending = new Map<number, Pending>();
  #idle: (() => void)[] = [];
  #last = 0;
  /** Why nothing will be answered any more; null while there is somebody to answer. */
  #over: Error | null = null;

  constructor(post: (message: ToThread) => void) {
    this.#post = post;
  }

  /**
   * Sends a call. An aborted signal rejects it at once with the signal's reason; it stays pending until the other side
   * has ended it too.
   * @throws DataCloneError where a value is no plain data · what `failAll` was given
   */
  async call(method: string, values: readonly unknown[]): Promise<unknown> {
    const signal = signalAmong(values);
    signal?.throwIfAborted();
    if (this.#over !== null) throw this.#over;
    const id = ++this.#last;
    const place = signal === undefined ? null : values.indexOf(signal);
    this.#post({
      kind: 'call',
      id,
      method,
      values: values.map((value) => (value instanceof AbortSignal ? null : value)),
      signalAt: place,
    });
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#post({ kind: 'abort', id });
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#pending.set(id, { resolve, reject, release: () => signal?.removeEventListener('abort', stop) });
    });
  }

  /** Takes the result or the error of a call. */
  settle(message: Extract<FromThread, { readonly kind: 'result' | 'error' }>): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    pending?.release();
    if (message.kind === 'result') pending?.resolve(message.value);
    else pending?.reject(restoreError(message.error));
    this.#tellIdle();
  }

  /** Nothing will be answered any more: what is pending fails, and so does every later call. */
  failAll(cause: Error): void {
    this.#over = cause;
    for (const { reject, release } of this.#pending.values()) {
      release();
      reject(cause);
    }
    this.#pending.clear();
    this.#tellIdle();
  }

  /** Resolves when nothing is pending, at once where nothing is. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#tellIdle();
    });
  }

  #tellIdle(): void {
    if (this.#pending.size > 0) return;
    for (const resolve of this.#idle) resolve();
    this.#idle = [];
  }
}
