import { expect, onTestFinished } from 'vitest';
import type { Engine } from '../../src/answering/engine.js';
import type { Store } from '../../src/store/contract/store.js';
import { createMemoryStore } from './memory-store.js';
import { presserOf, type Presser } from './pressed-buttons.js';
import { startBot, type RunningBot } from './running-bot.js';
import { SetClock } from './set-clock.js';

/** A bot with the store that it writes to and the clock that both read, and an English client that presses its buttons. */
export interface OperatedBot extends Presser {
  readonly bot: RunningBot;
  /** In memory; it keeps questions for thirty days where it keeps them. */
  readonly store: Store;
  /** Noon of 22 November 2026, until the test lets time pass. */
  readonly clock: SetClock;
}

/**
 * Starts it for one test, at whose end it stops. A test that leaves a breach of Discord's rules fails.
 * @param logQuestions whether the store keeps the text of questions
 */
export async function startOperatedBot(engine: Engine, logQuestions = false): Promise<OperatedBot> {
  const clock = new SetClock('2026-11-22T12:00:00Z');
  const store = createMemoryStore(clock, { logQuestions, retentionDays: 30 });
  const bot = await startBot(engine, { store, clock });
  onTestFinished(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
  });
  return { ...presserOf(() => bot, 'en-US'), bot, store, clock };
}
