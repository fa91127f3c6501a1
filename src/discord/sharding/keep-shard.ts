import type { Shard } from 'discord.js';
import { nextPause } from '../../shared/back-off.js';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import type { Pause } from '../../shared/pause.js';
import { DiscordShardsError, DiscordTokenError, ShardFailedError } from '../gateway/discord-errors.js';
import { discordReason } from '../asking/discord-reason.js';
import type { ShardPlan } from './shard-plan.js';
import { startShard, type ShardEnd, type ShardLife } from './shard-process.js';

/** What a shard is kept up with. */
export interface ShardCare {
  /** The plan by which the shards were started. */
  readonly plan: ShardPlan;
  /** Asks Discord for the plan of now. */
  readonly readPlan: () => Promise<ShardPlan>;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly pause: Pause;
  /** Ends the shard. */
  readonly signal: AbortSignal;
}

/** A shard that has not finished by then is cut off, so that all is over within ten seconds. */
export const STOP_MILLISECONDS = 9500;

/**
 * Keeps a shard running until the signal ends, then lets it finish what it is doing and resolves when its process has
 * ended. A process that ends before is replaced, at once the first time, after a growing pause when it happens again
 * soon.
 *
 * @param onSettled called whenever a process is ready, or has ended before
 * @throws what a new process cannot mend: ShardFailedError where the first one failed before it was ready,
 * DiscordTokenError and DiscordShardsError where Discord changed its mind
 */
export async function keepShard(shard: Shard, care: ShardCare, onSettled: () => void): Promise<void> {
  const { logger, clock, pause, signal } = care;
  const isOver = (): boolean => signal.aborted;
  let wasReady = false;
  let pauseBefore: number | null = null;
  while (!isOver()) {
    const life = startShard(shard, () => clock.monotonic());
    void life.settled.then((pid) => {
      if (pid !== null) logger.info('shard-ready', { shard: shard.id, pid });
      onSettled();
    });
    const end = await endOf(life, care);
    if (isOver()) return;
    const { code, signal: killedBy, lived } = end;
    logger.error('shard-ended', { shard: shard.id, code, signal: killedBy });
    wasReady ||= lived !== null;
    const failed = lived === null && code !== null && code !== 0;
    if (failed && !wasReady) throw new ShardFailedError(shard.id);
    if (failed) await checkPlan(care);
    pauseBefore = nextPause(pauseBefore, lived ?? 0);
    // It is over where the signal ends the pause.
    if (pauseBefore > 0) await pause(pauseBefore, signal).catch(() => undefined);
  }
}

/** Waits for the end of a process; from the signal on it is asked to end, and made to when it takes too long. */
async function endOf(life: ShardLife, { pause, signal }: ShardCare): Promise<ShardEnd> {
  const ended = new AbortController();
  const stop = (): void => {
    life.stop();
    void pause(STOP_MILLISECONDS, ended.signal).then(
      () => life.kill(),
      () => undefined,
    );
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await life.ended;
  } finally {
    signal.removeEventListener('abort', stop);
    ended.abort();
  }
}

/**
 * Looks why a shard that ran before no longer starts. That Discord cannot be asked is nothing that lasts.
 * @throws DiscordTokenError, DiscordShardsError
 */
async function checkPlan({ plan, readPlan, logger }: ShardCare): Promise<void> {
  try {
    if ((await readPlan()).shards > plan.shards) throw new DiscordShardsError(null);
  } catch (cause) {
    if (cause instanceof DiscordTokenError || cause instanceof DiscordShardsError) throw cause;
    logger.warn('shards-not-checked', { reason: discordReason(cause) });
  }
}
