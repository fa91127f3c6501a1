import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/shared/logger.js';
import { systemClock } from '../../src/shared/clock.js';
import { openStore } from '../../src/store/open-store.js';
import { BotProcess } from '../support/bot-process.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { INTENT_MESSAGE_CONTENT } from '../support/discord-emulator/gateway.js';
import { FLAG_LOADING, textOf, type BotMessage } from '../support/discord-emulator/message-board.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';

describe('settings of the built program', () => {
  let emulator: DiscordEmulator;
  let bot: BotProcess;
  let file: string;

  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ now: () => 0, allowedPrivileged: INTENT_MESSAGE_CONTENT });
    file = join(await temporaryFolder(), 'yinju.db');
    bot = await BotProcess.start(emulator, { MESSAGE_CONTENT: 'on', DATABASE_FILE: file });
    await emulator.waitUntilReady();
  });
  afterEach(async () => {
    await bot.end();
    await emulator.close();
    expect(emulator.problems).toEqual([]);
  });

  const shown = (interaction: string): Promise<BotMessage> =>
    emulator.waitForMessage((one) => one.interaction === interaction && (one.flags & FLAG_LOADING) === 0);
  const replyTo = (message: string): Promise<BotMessage> =>
    emulator.waitForMessage(({ repliesTo }) => repliesTo === message);

  it('count at once where a member sets them, and soon where another process does', async () => {
    const { guild, channel } = emulator.cast;
    await shown(emulator.slashCommand({ name: 'settings', subcommand: 'channel', options: { answers: 'all' } }));
    expect(textOf(await replyTo(emulator.say(QUESTION)))).toContain('网络安全为人民');

    const location = { kind: 'sqlite', file } as const;
    const more = { clock: systemClock, logger: silentLogger, logQuestions: false, retentionDays: 90 };
    const other = await openStore({ location, ...more });
    expect((await other.settings.read(guild)).channels).toEqual({ [channel]: { mode: 'all', citationCards: false } });
    await other.settings.change(guild, { language: 'zh-Hant' });
    await other.close();
    // Every other process has it within two seconds.
    const helpNow = async (): Promise<string> => textOf(await replyTo(emulator.mention('')));
    await expect.poll(helpNow, { timeout: 20_000, interval: 250 }).toContain('提及我並寫下問題');
  });
});
