import { YinjuError } from '../shared/errors.js';
import type { Logger } from '../shared/logger.js';
import type { Repeat } from '../shared/repeat.js';
import type { Store } from './contract/store.js';

const HOUR = 3_600_000;

export interface KeepUpOptions {
  readonly store: Pick<Store, 'upkeep'>;
  readonly logger: Logger;
  readonly repeat: Repeat;
}

/**
 * Removes what has expired at once and once an hour. A round that fails is logged, and the next one makes up for it; a
 * round begins only when the one before has ended.
 * @returns ends it, and resolves when no round is under way any more
 */
export function keepUp({ store, logger, repeat }: KeepUpOptions): () => Promise<void> {
  let running: Promise<void> | null = null;
  const round = async (): Promise<void> => {
    try {
      const { feedback, questions, guilds } = await store.upkeep();
      logger.info('store-upkeep', { feedback, questions, guilds });
    } catch (cause) {
      logger.warn('store-upkeep-failed', { reason: cause instanceof YinjuError ? cause.code : 'fault' });
    }
  };
  const begin = (): void => {
    running ??= round().finally(() => (running = null));
  };
  begin();
  const stop = repeat(HOUR, begin);
  return async () => {
    stop();
    await running;
  };
}
