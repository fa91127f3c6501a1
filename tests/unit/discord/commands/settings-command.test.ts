import { describe, expect, it } from 'vitest';
import { FEWEST_PASSAGES, MOST_PASSAGES } from '../../../../src/store/contract/guild-settings.js';
import { SETTABLE_PASSAGES } from '../../../../src/discord/commands/settings-options.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import type { CommandUse } from '../../../support/discord-emulator/discord-emulator.js';
import { type BotMessage } from '../../../support/discord-emulator/message-board.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { linesOf } from '../../../support/running-bot.js';
import { testedBot } from '../../../support/tested-bot.js';
import { SetClock } from '../../../support/set-clock.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const { settings: phrases } = wordsFor('en').discord;
const RETENTION = { logQuestions: false, retentionDays: 90 };

/** Everything but Administrator (1 << 3) and Manage Server (1 << 5): topics/permissions.mdx, "Bitwise Permission Flags". */
const ORDINARY = String(2_147_483_647 - (1 << 3) - (1 << 5));

describe('/settings', () => {
  const tested = testedBot(() => ({ guildLocale: 'zh-CN' }), [], { errors: false });

  type Options = NonNullable<CommandUse['options']>;
  const set = (subcommand: string, options: Options = {}, more: Partial<CommandUse> = {}): Promise<BotMessage> =>
    tested.bot.use({ name: 'settings', subcommand, options, ...more });
  const setLines = async (subcommand: string, options: Options = {}, more: Partial<CommandUse> = {}) =>
    linesOf(await set(subcommand, options, more));

  it('is offered to members with Manage Server, on servers only', () => {
    const command = tested.bot.emulator.commands.get('global')?.find(({ name }) => name === 'settings');
    expect(command).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
  });

  it('is not offered again at each start', async () => {
    await tested.bot.restart();
    const compared = () => tested.bot.logger.lines.filter(({ event }) => event === 'discord-commands');
    await tested.bot.emulator.waitFor('the commands', () => compared().length === 2);
    expect(compared().map(({ facts }) => facts.changed)).toEqual([true, false]);
  });

  it('answers nobody but who asks, and nobody without the right, even where Discord offers it', async () => {
    const answer = await set('view');
    expect(answer.flags & FLAG_EPHEMERAL).not.toBe(0);
    const refused = await set('channel', { answers: 'off' }, { permissions: ORDINARY });
    expect(linesOf(refused)).toEqual([phrases.notAllowed]);
    expect(refused.flags & FLAG_EPHEMERAL).not.toBe(0);
    await tested.bot.replyTo(tested.bot.emulator.mention(QUESTION));
  });

  it('belongs to a server that the bot is in', async () => {
    expect(await setLines('view', {}, { foreign: true })).toEqual([phrases.notHere]);
    expect(await setLines('view', {}, { direct: true })).toEqual([phrases.notHere]);
  });

  it('shows what counts where nothing is set, in the language of the client', async () => {
    expect(await setLines('view')).toEqual([
      'Settings of this server',
      `Language: ${phrases.languages.auto}`,
      'Documents searched by default: all',
      'Passages in an answer: up to 5, as usual',
      'Channels',
      'Every other channel, and new ones: mentions and replies only',
    ]);
    expect((await setLines('view', {}, { locale: 'zh-TW' }))[0]).toBe('這個伺服器的設定');
  });

  it('says that the content of messages is withheld where a setting needs it', async () => {
    expect(await setLines('channel', { answers: 'off', cards: true })).not.toContain(phrases.contentWithheld);
    expect(await setLines('channel', { answers: 'mention' })).toContain(phrases.contentWithheld);
    const all = await setLines('channel', { answers: 'all', cards: false });
    expect(all).toContain(phrases.contentWithheld);
    expect(all).toContain(phrases.allMeans);
  });

  it('changes nothing where nothing, or nothing that is there, is given', async () => {
    expect(await setLines('channel')).toEqual([phrases.nothingGiven]);
    expect(await setLines('documents')).toEqual([phrases.nothingGiven]);
    expect((await setLines('documents', { add: 'no-such' }))[0]).toContain('no-such');
    // A client that was tampered with.
    expect(await setLines('passages', { number: 11 })).toEqual([phrases.nothingGiven]);
    expect(await setLines('language', { language: 'tlh' })).toEqual([phrases.nothingGiven]);
    expect(await setLines('view')).toHaveLength(6);
  });

  it('sets the channel of the thread in which it is used', async () => {
    const { emulator } = tested.bot;
    const thread = emulator.openThread({ owner: emulator.cast.user.id, starter: null });
    const server = { guild: emulator.cast.guild, channel: thread };
    expect(await setLines('channel', { answers: 'off' }, { server })).toContain(
      `<#${emulator.cast.channel}>: ${phrases.modes.off}`,
    );
  });

  it('offers documents while one is typed', async () => {
    const typing = { name: 'settings', subcommand: 'documents', options: { add: '003' } };
    const choices = await tested.bot.emulator.waitForChoices(tested.bot.emulator.type(typing, 'add'));
    expect(choices.map(({ value }) => value)).toEqual(['003-1', '003-2']);
  });

  it('says so where the database cannot be reached, and goes on answering', async () => {
    const broken = createMemoryStore(new SetClock('2026-01-02T00:00:00Z'), RETENTION);
    const fail = () => Promise.reject(new Error('out of reach'));
    await tested.bot.restart({
      store: { ...broken, settings: { read: fail, readChannel: fail, change: fail, forgetChannel: fail } },
    });
    expect(await setLines('channel', { answers: 'off' })).toEqual([phrases.failed]);
    await tested.bot.replyTo(tested.bot.emulator.mention(QUESTION));
  });

  it('takes as many passages as the store does', () => {
    expect(SETTABLE_PASSAGES).toEqual({ fewest: FEWEST_PASSAGES, most: MOST_PASSAGES });
  });
});
