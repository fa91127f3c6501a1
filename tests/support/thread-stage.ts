import { UsageError } from '../../src/shared/errors.js';
import { EngineThreads } from '../../src/worker/engine-threads.js';
import type { OpeningReporter } from '../../src/worker/messages.js';
import type { OpenService } from '../../src/worker/serve-engine.js';
import { ChannelThread, serviceOf } from './channel-thread.js';
import { RecordingLogger } from './discord-emulator/recording-logger.js';

const NOBODY: OpeningReporter = { notice: () => undefined, progress: () => undefined };

/** Opens an engine that serves a generation. */
export const serving =
  (generation: string): OpenService =>
  () =>
    Promise.resolve(serviceOf(generation));

/** Opens none. */
export const failing: OpenService = () => Promise.reject(new UsageError('There is no model.'));

/** Threads that open one after the other as the test has laid them out, and time that passes when the test says so. */
export class ThreadStage {
  readonly threads: ChannelThread[] = [];
  readonly logger = new RecordingLogger(() => this.#look());
  readonly pauses: number[] = [];
  readonly #opens: OpenService[];
  #endPause: () => void = () => undefined;
  #awaited: { readonly condition: () => boolean; readonly resolve: () => void } | null = null;
  #now = 0;

  constructor(opens: readonly OpenService[]) {
    this.#opens = [...opens];
  }

  start(): Promise<EngineThreads> {
    return EngineThreads.start(
      {
        spawn: () => {
          const thread = new ChannelThread(this.#opens.shift() ?? failing);
          this.threads.push(thread);
          return thread;
        },
        logger: this.logger,
        clock: { now: () => new Date(0), monotonic: () => this.#now },
        pause: (milliseconds, signal) =>
          new Promise<void>((resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('ended')));
            this.#endPause = () => {
              this.#now += milliseconds;
              resolve();
            };
            this.pauses.push(milliseconds);
            this.#look();
          }),
      },
      NOBODY,
    );
  }

  get events(): readonly string[] {
    return this.logger.lines.map(({ event }) => event);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  endPause(): void {
    this.#endPause();
  }

  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited = { condition, resolve };
      this.#look();
    });
  }

  #look(): void {
    if (this.#awaited?.condition() === true) this.#awaited.resolve();
  }
}
