import { whenAborted } from '../../shared/when-aborted.js';

/** Work that must not be cut off when the process is told to end. */
export class WorkInFlight {
  readonly #running = new Set<Promise<void>>();

  /** Remembers a piece of work until it ends, well or not. Its failure is the caller's to handle. */
  add(work: Promise<void>): void {
    const done = work.then(
      () => void this.#running.delete(done),
      () => void this.#running.delete(done),
    );
    this.#running.add(done);
  }

  get size(): number {
    return this.#running.size;
  }

  /**
   * Waits until everything that was added has ended, but no longer than until `limit` ends.
   * @returns how many pieces of work were still running
   */
  async drain(limit: AbortSignal): Promise<number> {
    const ended = Promise.all(this.#running).then(() => undefined);
    await Promise.race([ended, whenAborted(limit)]);
    return this.#running.size;
  }
}
