import { expect } from 'vitest';
import { BotProcess } from './bot-process.js';
import { buildIndexOnce } from './built-index.js';
import { DiscordEmulator, type EmulatorOptions } from './discord-emulator/discord-emulator.js';

/** The built program and the emulated Discord that it logs in to. */
export interface StartedProgram {
  readonly emulator: DiscordEmulator;
  readonly bot: BotProcess;
  /** Ends both; fails where the program broke Discord's rules, or a token stands in what it said. */
  readonly end: () => Promise<void>;
}

/**
 * Starts the built program over an index of the documents that come with it, for tests that share it and end it when all
 * have run. It may not have logged in yet.
 * @param settings of the program beside its index
 */
export async function startProgram(
  options: EmulatorOptions,
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedProgram> {
  const index = await buildIndexOnce();
  const emulator = await DiscordEmulator.start(options);
  const bot = await BotProcess.start(emulator, { INDEX_DIR: index.folder, ...settings });
  const end = async (): Promise<void> => {
    await bot.end();
    await index.remove();
    await emulator.close();
    expect(bot.errors).not.toContain(emulator.token);
    expect(bot.errors).not.toContain('interaction-token');
  };
  return { emulator, bot, end };
}
