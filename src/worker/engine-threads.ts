import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { Pause } from '../shared/pause.js';
import { nextPause } from '../shared/back-off.js';
import { EngineThread, type HostedThread } from './engine-thread.js';
import { failureFacts } from './failure-facts.js';
import type { OpeningReporter } from './messages.js';
import { remoteService, signalAmong } from './remote-service.js';
import type { EngineService } from './serve-engine.js';
import { untilAborted } from './until-aborted.js';
import { EngineClosedError, EngineDownError } from './worker-errors.js';

export interface EngineThreadsOptions {
  /** Makes a thread that runs `serveEngine`. */
  readonly spawn: () => HostedThread;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly pause: Pause;
}

/**
 * The threads of the engine: the one that answers now, one that is to take its place, and those that only finish what
 * was asked of them before. Each question is answered by one thread, and so by one generation, from begin to end.
 *
 * A thread that crashes is replaced, at once the first time, after a growing pause when it happens again soon. Only what
 * was thrown in JavaScript can be caught so: a fault in a native library ends the process with all its threads.
 */
export class EngineThreads {
  readonly #options: EngineThreadsOptions;
  readonly #ending = new AbortController();
  readonly #opening = new Set<Promise<unknown>>();
  /** Every thread that was opened and has not ended. */
  readonly #living = new Set<EngineThread>();
  #current: EngineThread | null = null;
  /** A thread that is being started because there is none. */
  #starting: Promise<EngineThread> | null = null;
  /** When the next attempt comes, on the clock's monotonic scale, while there is a pause. */
  #nextAttempt = 0;
  #pauseBefore: number | null = null;

  private constructor(options: EngineThreadsOptions) {
    this.#options = options;
  }

  /**
   * Starts the first thread.
   * @param reporter told what the opening does: here somebody waits for it. Later ones are told to the log
   * @throws what `EngineThread.start` throws
   */
  static async start(
    options: EngineThreadsOptions,
    reporter: OpeningReporter,
    signal?: AbortSignal,
  ): Promise<EngineThreads> {
    const threads = new EngineThreads(options);
    threads.#adopt(await EngineThread.start(options.spawn(), reporter, signal));
    return threads;
  }

  /**
   * The engine, wherever it runs.
   * @param close what its `close` does; `close` of the threads where it is left out
   */
  engine(close = (): Promise<void> => this.close()): Engine {
    return remoteService<Engine>((method, values) => (method === 'close' ? close() : this.#call(method, values)));
  }

  /** The same with what only the keeper of the index asks. */
  get service(): Pick<EngineService, 'indexState'> {
    return remoteService<Pick<EngineService, 'indexState'>>((method, values) => this.#call(method, values));
  }

  /** The generation that new questions are answered from; null while there is no engine. */
  get generation(): string | null {
    return this.#current?.generation ?? null;
  }

  /**
   * Starts another thread, which brings the index up to date, and lets it take the place of the present one: what is
   * asked from then on goes to it, and the one before is closed when its last question has been answered. Where it
   * serves the same generation nothing is switched.
   * @returns true where it took the place
   * @throws what `EngineThread.start` throws: the one before answers on; EngineClosedError where all are closed meanwhile
   */
  async replace(): Promise<boolean> {
    const { clock, logger } = this.#options;
    const started = clock.monotonic();
    const next = await this.#open();
    // Closed in the very moment in which it was open: nobody else knows of it.
    if (this.#ending.signal.aborted) {
      await next.close();
      throw new EngineClosedError();
    }
    const before = this.#current;
    if (before?.generation === next.generation) {
      await next.close();
      return false;
    }
    this.#adopt(next);
    logger.info('engine-replaced', {
      from: before?.generation ?? null,
      to: next.generation,
      milliseconds: Math.round(clock.monotonic() - started),
    });
    void before?.retire();
    return true;
  }

  /** Ends all threads; what was asked and has not been answered fails with EngineClosedError. */
  async close(): Promise<void> {
    this.#ending.abort();
    this.#current = null;
    await Promise.all([...this.#living].map((thread) => thread.close()));
    await Promise.allSettled(this.#opening);
  }

  #call(method: string, values: readonly unknown[]): Promise<unknown> {
    if (this.#ending.signal.aborted) return Promise.reject(new EngineClosedError());
    if (this.#current !== null) return this.#current.call(method, values);
    if (this.#starting === null)
      return Promise.reject(new EngineDownError(Math.max(0, this.#nextAttempt - this.#options.clock.monotonic())));
    return untilAborted(this.#starting, signalAmong(values)).then((thread) => thread.call(method, values));
  }

  async #open(): Promise<EngineThread> {
    const { spawn, logger } = this.#options;
    const opening = EngineThread.start(spawn(), reporterTo(logger), this.#ending.signal);
    this.#opening.add(opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(opening);
    }
  }

  #adopt(thread: EngineThread): void {
    const { clock, logger } = this.#options;
    const since = clock.monotonic();
    this.#current = thread;
    this.#living.add(thread);
    void thread.ended.then(async (crash) => {
      this.#living.delete(thread);
      if (crash !== null) logger.error('engine-crashed', { exitCode: crash.exitCode, reason: nameOf(crash.cause) });
      if (this.#current !== thread) return;
      this.#current = null;
      await this.#revive(clock.monotonic() - since);
    });
  }

  /** Starts a thread in the place of one that ended, until one does or another has taken the place. */
  async #revive(lived: number): Promise<void> {
    const { clock, logger, pause } = this.#options;
    for (let life = lived; this.#isMissing(); life = 0) {
      this.#pauseBefore = nextPause(this.#pauseBefore, life);
      this.#nextAttempt = clock.monotonic() + this.#pauseBefore;
      try {
        if (this.#pauseBefore > 0) await pause(this.#pauseBefore, this.#ending.signal);
        if (!this.#isMissing()) return;
        await this.#startMissing();
      } catch (cause) {
        if (this.#ending.signal.aborted) return;
        logger.error('engine-start-failed', failureFacts(cause));
      }
    }
  }

  #isMissing(): boolean {
    return this.#current === null && !this.#ending.signal.aborted;
  }

  async #startMissing(): Promise<void> {
    this.#starting = this.#open().catch((cause: unknown) => {
      throw this.#ending.signal.aborted ? new EngineClosedError() : new EngineDownError(0, cause);
    });
    try {
      const thread = await this.#starting;
      // A new generation came in between and took the place.
      if (this.#isMissing()) {
        this.#adopt(thread);
        this.#options.logger.info('engine-restarted', { generation: thread.generation });
      } else await thread.retire();
    } finally {
      this.#starting = null;
    }
  }
}

/** What an engine says while it opens, where nobody waits for it. */
function reporterTo(logger: Logger): OpeningReporter {
  return { notice: (message) => logger.info('engine-notice', { message }), progress: () => undefined };
}

/** The kind of an error that may come from a question: its message could repeat what was asked. */
function nameOf(cause: unknown): string | null {
  return cause instanceof Error ? cause.name : null;
}
