import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { SourceDocument } from '../../src/documents/document.js';
import type { EmulatorOptions } from './discord-emulator/discord-emulator.js';
import { openRealEngine, type RealEngine } from './real-engine.js';
import { startBot, type BotParts, type RunningBot } from './running-bot.js';

/** The bot of the test that runs, over an engine that all tests of the group share. */
export interface TestedBot {
  readonly real: RealEngine;
  readonly bot: RunningBot;
}

/**
 * For the tests of a `describe`: the real engine once, and for each test a bot over it that is logged in to an emulated
 * Discord. A test that leaves a breach of Discord's rules, or an error in the log, fails.
 * @param options made anew for each test
 * @param more documents beside the real ones
 * @param checks `errors`: whether an error in the log is a fault, as it is unless told
 */
export function testedBot(
  options: () => EmulatorOptions & Partial<BotParts>,
  more: readonly SourceDocument[] = [],
  checks: { readonly errors: boolean } = { errors: true },
): TestedBot {
  let real: RealEngine | null = null;
  let bot: RunningBot | null = null;
  beforeAll(async () => {
    real = await openRealEngine(more);
  });
  afterAll(() => real?.engine.close());
  beforeEach(async () => {
    bot = await startBot(there(real).engine, options());
  });
  afterEach(async () => {
    const { emulator, logger, stop } = there(bot);
    await stop();
    expect(emulator.problems).toEqual([]);
    if (checks.errors) expect(logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
  return {
    get real() {
      return there(real);
    },
    get bot() {
      return there(bot);
    },
  };
}

function there<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The bot of a test is there only while a test runs.');
  return value;
}
