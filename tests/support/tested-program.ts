import { afterEach, beforeEach, expect } from 'vitest';
import { BotProcess } from './bot-process.js';
import { DiscordEmulator } from './discord-emulator/discord-emulator.js';

/** The built program over the emulated Discord of the test that runs. */
export interface TestedProgram {
  readonly emulator: DiscordEmulator;
  /** Starts it; the test ends it, else the end of the test does. */
  readonly start: (settings?: Readonly<Record<string, string>>) => Promise<BotProcess>;
}

/**
 * For the tests of a `describe`: a Discord of its own for each. A test fails that leaves a breach of Discord's rules, or the
 * token in what the program said.
 * @param common settings of every start
 */
export function testedProgram(common: () => Readonly<Record<string, string>> = () => ({})): TestedProgram {
  let emulator: DiscordEmulator | null = null;
  let bot: BotProcess | null = null;
  const there = (): DiscordEmulator => {
    if (emulator === null) throw new Error('The emulator of a test is there only while a test runs.');
    return emulator;
  };
  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ now: () => 0 });
    bot = null;
  });
  afterEach(async () => {
    await bot?.end();
    await there().close();
    expect(there().problems).toEqual([]);
    expect(bot?.errors ?? '').not.toContain(there().token);
  });
  return {
    get emulator() {
      return there();
    },
    start: async (settings = {}) => (bot = await BotProcess.start(there(), { ...common(), ...settings })),
  };
}
