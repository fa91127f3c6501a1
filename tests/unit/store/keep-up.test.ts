import { describe, expect, it } from 'vitest';
import type { Repeat } from '../../../src/shared/repeat.js';
import { keepUp } from '../../../src/store/keep-up.js';
import { StoreUnavailableError } from '../../../src/store/store-errors.js';
import type { Upkeep } from '../../../src/store/contract/store.js';
import { RecordingLogger } from '../../support/discord-emulator/recording-logger.js';

/** A clock that strikes when the test says so. */
class HandTurned {
  milliseconds = 0;
  strike: () => void = () => undefined;
  stopped = false;

  readonly repeat: Repeat = (milliseconds, work) => {
    this.milliseconds = milliseconds;
    this.strike = work;
    return () => (this.stopped = true);
  };
}

/** A store whose rounds end when the test says so. */
class Rounds {
  readonly begun: { resolve: (done: Upkeep) => void; reject: (reason: Error) => void }[] = [];

  upkeep = (): Promise<Upkeep> => new Promise((resolve, reject) => this.begun.push({ resolve, reject }));

  /** Ends the newest round and lets what waits for it go on. */
  async end(outcome: Upkeep | Error): Promise<void> {
    const round = this.begun.at(-1);
    if (outcome instanceof Error) round?.reject(outcome);
    else round?.resolve(outcome);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const removed: Upkeep = { feedback: 3, questions: 2, guilds: 1 };

function started() {
  const [clock, store, logger] = [new HandTurned(), new Rounds(), new RecordingLogger()];
  return { clock, store, logger, stop: keepUp({ store, logger, repeat: clock.repeat }) };
}

describe('keepUp', () => {
  it('removes what has expired at once and every hour, and says how much', async () => {
    const { clock, store, logger } = started();
    expect(store.begun).toHaveLength(1);
    expect(clock.milliseconds).toBe(60 * 60 * 1000);
    await store.end(removed);
    expect(logger.lines).toEqual([{ level: 'info', event: 'store-upkeep', facts: removed }]);
    clock.strike();
    expect(store.begun).toHaveLength(2);
  });

  it('goes on after a round that failed, which it logs without a word of the error', async () => {
    const { clock, store, logger } = started();
    await store.end(new StoreUnavailableError('secret-host', 'nobody answers', 'wait'));
    expect(logger.lines).toEqual([
      { level: 'warn', event: 'store-upkeep-failed', facts: { reason: 'store-unavailable' } },
    ]);
    clock.strike();
    expect(store.begun).toHaveLength(2);
  });

  it('begins no round while one is under way', () => {
    const { clock, store } = started();
    clock.strike();
    expect(store.begun).toHaveLength(1);
  });

  it('ends when the round under way has ended, so that the store may be closed', async () => {
    const { clock, store, stop } = started();
    let ended = false;
    const stopping = stop().then(() => (ended = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([clock.stopped, ended]).toEqual([true, false]);
    await store.end(removed);
    await stopping;
    expect(ended).toBe(true);
  });
});
