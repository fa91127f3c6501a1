import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/contract/store.js';
import { ANSWER_ACTIONS } from '../../src/discord/buttons/answer-buttons.js';
import { wordsFor } from '../../src/wording/words-for.js';
import type { CommandUse } from '../support/discord-emulator/discord-emulator.js';
import { INTENT_MESSAGE_CONTENT } from '../support/discord-emulator/gateway.js';
import { buttonsOf, type BotMessage } from '../support/discord-emulator/message-board.js';
import { RecordingLogger } from '../support/discord-emulator/recording-logger.js';
import { lawTextOf } from '../support/law-fixture.js';
import { createMemoryStore } from '../support/memory-store.js';
import { openRealEngine, type RealEngine } from '../support/real-engine.js';
import { linesOf, startBot, type RunningBot } from '../support/running-bot.js';
import { SetClock } from '../support/set-clock.js';
import { SqliteFiles } from '../support/sqlite-files.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const { settings: phrases } = wordsFor('en').discord;
const RETENTION = { logQuestions: false, retentionDays: 90 };

const KITES = lawTextOf('kite', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', [
  '第一条 为了规范风筝，制定本法。',
  '第二条 风筝可以用布制作。',
]);

describe('what /settings sets', () => {
  let real: RealEngine;
  let bot: RunningBot;
  let files: SqliteFiles;

  beforeAll(async () => {
    [real, files] = await Promise.all([openRealEngine([KITES]), SqliteFiles.make()]);
  });
  afterAll(async () => {
    await real.engine.close();
    await files.remove();
  });

  type Options = NonNullable<CommandUse['options']>;
  const set = (subcommand: string, options: Options = {}, more: Partial<CommandUse> = {}): Promise<BotMessage> =>
    bot.use({ name: 'settings', subcommand, options, ...more });
  const setLines = async (subcommand: string, options: Options = {}, more: Partial<CommandUse> = {}) =>
    linesOf(await set(subcommand, options, more));
  const passagesOf = (message: BotMessage): number =>
    // Each passage has a button that shows it in context.
    buttonsOf(message).filter((button) => String(button.custom_id).startsWith(`y1:${ANSWER_ACTIONS.context}:`)).length;
  /** The messages of the bot in answer to a message that it may leave alone, once it has answered a later mention. */
  const repliesTo = async (message: string): Promise<readonly BotMessage[]> => {
    await bot.use({ name: 'verify', options: { text: '一段没有的话' } });
    return bot.emulator.board.all.filter((one) => one.repliesTo === message);
  };

  describe.each([
    ['a store in memory', (clock: SetClock) => Promise.resolve(createMemoryStore(clock, RETENTION))],
    [
      'SQLite',
      (clock: SetClock) =>
        openStore({
          location: files.next().location,
          ...RETENTION,
          clock,
          logger: new RecordingLogger(() => undefined),
        }),
    ],
  ] as const)('with %s', (_, open) => {
    let store: Store;
    beforeEach(async () => {
      const clock = new SetClock('2026-01-02T00:00:00Z');
      store = await open(clock);
      bot = await startBot(real.engine, {
        guildLocale: 'zh-CN',
        clock,
        store,
        messageContent: true,
        allowedPrivileged: INTENT_MESSAGE_CONTENT,
      });
    });
    afterEach(async () => {
      await bot.stop();
      await store.close();
      expect(bot.emulator.problems).toEqual([]);
      expect(bot.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
    });

    it('answers every question of a channel, then mentions only, then nothing, without a restart', async () => {
      const { emulator } = bot;
      const channel = emulator.cast.channel;
      expect(await repliesTo(emulator.say(QUESTION))).toEqual([]);

      expect(await setLines('channel', { answers: 'all' })).toContain(`<#${channel}>: ${phrases.modes.all}`);
      const reply = await bot.replyTo(emulator.say(QUESTION));
      expect(linesOf(reply).slice(0, 2)).toEqual(['问题', QUESTION]);
      expect(await repliesTo(emulator.say('大家早上好'))).toEqual([]);
      // A thread has the mode of its channel.
      const thread = emulator.openThread({ owner: emulator.cast.user.id, starter: null });
      expect((await bot.replyTo(emulator.sayInThread(thread, QUESTION))).channel).toBe(thread);

      expect(await setLines('channel', { answers: 'mention', channel })).toContain(
        `<#${channel}>: ${phrases.modes.mention}`,
      );
      expect(await repliesTo(emulator.say(QUESTION))).toEqual([]);
      await bot.replyTo(emulator.mention(QUESTION));

      const off = await setLines('channel', { answers: 'off' });
      expect(off).toContain(`<#${channel}>: ${phrases.modes.off}`);
      expect(off).toContain(phrases.offMeans);
      expect(await repliesTo(emulator.mention(QUESTION))).toEqual([]);
      expect(linesOf(await bot.use({ name: 'ask', options: { question: QUESTION } }))).toContain(QUESTION);
    });

    it('goes on without a mention in a thread of its own, but not where its channel is off', async () => {
      const { emulator } = bot;
      const answer = await bot.replyTo(emulator.mention(QUESTION));
      const thread = emulator.openThread({ owner: emulator.cast.bot.id, starter: answer.id });
      expect(linesOf(await bot.replyTo(emulator.sayInThread(thread, '2022年呢？')))[2]).toContain('理解为');
      await set('channel', { answers: 'off' });
      expect(await repliesTo(emulator.sayInThread(thread, '2021年呢？'))).toEqual([]);
    });

    it('sets how many passages an answer shows', async () => {
      const ask = () => bot.use({ name: 'ask', options: { question: QUESTION } });
      const usual = passagesOf(await ask());
      expect(await setLines('passages', { number: 2 })).toContain('Passages in an answer: 2');
      expect(passagesOf(await ask())).toBe(2);
      expect(passagesOf(await bot.replyTo(bot.emulator.mention(QUESTION)))).toBe(2);
      expect(await setLines('passages')).toContain('Passages in an answer: up to 5, as usual');
      expect(passagesOf(await ask())).toBe(usual);
      expect(usual).toBeGreaterThan(2);
    });

    it('sets which documents are searched where a question names none', async () => {
      const sourcesOf = async (options: Options = {}) =>
        linesOf(await bot.use({ name: 'ask', options: { question: QUESTION, ...options } })).join('\n');
      const first = await sourcesOf();
      expect(first).toContain('000_');
      const title = (await real.engine.sources(['global'])).find(({ metadata }) => metadata.id === '004')?.metadata
        .title;
      const [line] = (await setLines('documents', { add: '004' })).filter((one) => one.startsWith('Documents'));
      expect(line).toContain(`004 ${String(title).slice(0, 10)}`);
      expect(await sourcesOf()).not.toContain('000_');
      expect(await sourcesOf()).toContain('Only the documents set for this server were searched: 004');
      // A document that is named counts, whatever is set.
      expect(await sourcesOf({ document: '000' })).toContain('000_');

      expect(await setLines('documents', { add: '003' })).toEqual(
        expect.arrayContaining([expect.stringMatching(/004 .*003-1 .*003-2 /)]),
      );
      await set('documents', { remove: '003' });
      expect((await store.settings.read(bot.emulator.cast.guild)).documents).toEqual(['004']);
      expect(await setLines('documents', { remove: '003' })).toEqual([phrases.notListed('003')]);
      expect(await setLines('documents', { all: true })).toContain('Documents searched by default: all');
      expect(await sourcesOf()).toBe(first);
    });

    it('sets the language of its words where the client has none of its own', async () => {
      const { emulator } = bot;
      const helpOf = async () => linesOf(await bot.replyTo(emulator.mention('')));
      const german = async () => linesOf(await bot.use({ name: 'ask', options: { question: QUESTION }, locale: 'de' }));
      // The server is Chinese, the client is German.
      expect(await helpOf()).toEqual(wordsFor('zh-Hans').discord.help);
      expect((await german())[0]).toBe('问题');
      await set('language', { language: 'zh-Hant' });
      expect(await helpOf()).toEqual(wordsFor('zh-Hant').discord.help);
      expect((await german())[0]).toBe('問題');
      expect(linesOf(await bot.replyTo(emulator.mention(QUESTION)))[0]).toBe('問題');
      // A client that says its language keeps it.
      expect(await setLines('view')).toContain(`Language: ${phrases.languages['zh-Hant']}`);
      await set('language', { language: 'en' });
      expect(await helpOf()).toEqual(wordsFor('en').discord.help);
      await set('language', { language: 'auto' });
      expect(await helpOf()).toEqual(wordsFor('zh-Hans').discord.help);
      expect(linesOf(await bot.replyTo(emulator.mention('What is the theme of 2023?')))[0]).toBe('Question');
    });

    it('offers citation cards in a channel, then no more', async () => {
      const { emulator } = bot;
      expect(await repliesTo(emulator.say('《风筝法》第二条'))).toEqual([]);
      expect(await setLines('channel', { cards: true })).toContain(
        `<#${emulator.cast.channel}>: ${phrases.modes.mention} · citation cards: on`,
      );
      const card = await bot.replyTo(emulator.say('《风筝法》第二条'));
      expect(buttonsOf(card).map(({ label }) => label)).toEqual(['第二条', '删除']);
      await set('channel', { cards: false });
      expect(await repliesTo(emulator.say('《风筝法》第一条'))).toEqual([]);
    });

    it('keeps what was set over a restart', async () => {
      await set('channel', { answers: 'all' });
      await bot.restart();
      await bot.replyTo(bot.emulator.say(QUESTION));
    });
  });

  it('follows what another process sets in the same database', async () => {
    const clock = new SetClock('2026-01-02T00:00:00Z');
    const logger = new RecordingLogger(() => undefined);
    const { location } = files.next();
    const open = () => openStore({ location, ...RETENTION, clock, logger });
    const [own, other] = [await open(), await open()];
    bot = await startBot(real.engine, {
      clock,
      store: own,
      messageContent: true,
      allowedPrivileged: INTENT_MESSAGE_CONTENT,
    });
    const { guild, channel } = bot.emulator.cast;
    expect(await repliesTo(bot.emulator.say(QUESTION))).toEqual([]);
    await other.settings.change(guild, { passages: 1, channels: { [channel]: { mode: 'all' } } });
    clock.advance({ seconds: 2 });
    expect(passagesOf(await bot.replyTo(bot.emulator.say(QUESTION)))).toBe(1);
    await other.settings.change(guild, { language: 'zh-Hant', channels: { [channel]: { mode: 'off' } } });
    clock.advance({ seconds: 2 });
    expect(await repliesTo(bot.emulator.mention(QUESTION))).toEqual([]);
    expect(await setLines('view', {}, { locale: 'fr' })).toContain('語言：繁體中文');
    await bot.stop();
    await Promise.all([own.close(), other.close()]);
  });
});
