import type { IndexState } from '../indexing/index-state.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { Pause } from '../shared/pause.js';
import { decideReload, NOTHING_SEEN } from './decide-reload.js';
import type { EngineThreads } from './engine-threads.js';
import { failureFacts } from './failure-facts.js';

/**
 * From one look at the documents to the next. Looking costs one `stat` a file, in the thread of the engine; events of the
 * file system are not used, because network drives, containers and some editors send none. A new document is so seen to
 * have settled after 5 to 10 s.
 */
const LOOK_EVERY_MILLISECONDS = 5000;

export interface FollowOptions {
  readonly threads: Pick<EngineThreads, 'generation' | 'replace'> & {
    readonly service: { indexState(signal?: AbortSignal): Promise<IndexState> };
  };
  readonly logger: Logger;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly signal: AbortSignal;
}

/**
 * Keeps the engine at the documents as they are, and at the newest generation, whoever built it, until the signal ends.
 * Never rejects: what goes wrong is logged, and the engine before answers on.
 */
export async function followIndex({ threads, logger, clock, pause, signal }: FollowOptions): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  let memory = NOTHING_SEEN;
  /** The failure that was logged last: one that lasts is told once. */
  let told: string | null = null;
  while (!isOver()) {
    try {
      await pause(LOOK_EVERY_MILLISECONDS, signal);
      const state = await threads.service.indexState(signal);
      const decision = decideReload(state, threads.generation, memory, clock.monotonic());
      memory = decision.memory;
      told = null;
      if (!decision.reload || (await threads.replace())) continue;
      // Why it was not brought up to date has been logged as a notice of the opening.
      const { fresh, generation } = await threads.service.indexState(signal);
      if (fresh) logger.info('index-unchanged', { generation });
      else logger.warn('index-out-of-date', { generation });
    } catch (cause) {
      const facts = failureFacts(cause);
      if (!isOver() && told !== facts.reason) logger.error('index-not-followed', facts);
      told = facts.reason;
    }
  }
}
