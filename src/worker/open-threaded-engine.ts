import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import { systemPause as pause } from '../shared/pause.js';
import type { HostedThread } from './engine-thread.js';
import { EngineThreads } from './engine-threads.js';
import { followIndex } from './follow-index.js';
import type { OpeningReporter } from './messages.js';

export interface ThreadedEngineOptions {
  /** Makes a thread that runs `serveEngine`. */
  readonly spawn: () => HostedThread;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Told what the first opening does; what comes later goes to the log. */
  readonly reporter: OpeningReporter;
  /** Ends the opening. */
  readonly signal: AbortSignal;
}

/**
 * Opens the engine in a thread of its own: whatever it computes, this thread goes on. It is started again when it
 * crashes, and takes up new documents and new generations by itself. Close it to end both.
 * @throws what the first opening throws
 */
export async function openThreadedEngine(options: ThreadedEngineOptions): Promise<Engine> {
  const { spawn, logger, clock, reporter, signal } = options;
  const threads = await EngineThreads.start({ spawn, logger, clock, pause }, reporter, signal);
  const end = new AbortController();
  const following = followIndex({ threads, logger, clock, pause, signal: end.signal });
  return threads.engine(async () => {
    end.abort();
    await threads.close();
    await following;
  });
}
