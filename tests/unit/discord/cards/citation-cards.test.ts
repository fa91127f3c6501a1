import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GuildSettingsChange } from '../../../../src/store/contract/guild-settings.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import { INTENT_MESSAGE_CONTENT } from '../../../support/discord-emulator/gateway.js';
import { buttonsOf, textOf, type BotMessage } from '../../../support/discord-emulator/message-board.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { SEND_MESSAGES } from '../../../support/pressed-buttons.js';
import { openRealEngine, type RealEngine } from '../../../support/real-engine.js';
import { linesOf, startBot, type RunningBot } from '../../../support/running-bot.js';
import { SetClock } from '../../../support/set-clock.js';

/** A law of the catalogue with a text of a few articles, and one that only its text makes known. */
const PERSONAL = lawTextOf('pipl', '中华人民共和国个人信息保护法', '2021年8月20日 全国人民代表大会常务委员会通过', [
  ...Array.from(
    { length: 12 },
    (_, at) => `第${'一二三四五六七八九十'[at] ?? `十${'一二'[at - 10] ?? ''}`}条 测试的条文。`,
  ),
  '第十三条 符合下列情形之一的，个人信息处理者方可处理个人信息。',
  '第十四条 基于个人同意处理个人信息的，该同意应当自愿作出。',
]);
const KITES = lawTextOf('kite', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', [
  '第一条 为了规范风筝，制定本法。',
  '第二条 风筝可以用布制作。',
]);
/** A text that a newer one has taken the place of: the clock stands on the day after. */
const OUTDATED = lawTextOf('csl-2016', '中华人民共和国网络安全法', '2016年11月7日 全国人民代表大会常务委员会通过', [
  '第一条 为了保障测试，制定本法。',
  '第二条 记录应当保存。',
]);

describe('citation cards', () => {
  let real: RealEngine;
  let bot: RunningBot;
  let clock: SetClock;
  let set: (change: GuildSettingsChange) => Promise<unknown>;

  beforeAll(async () => {
    real = await openRealEngine([PERSONAL, KITES, OUTDATED]);
  });
  afterAll(() => real.engine.close());

  const start = async (messageContent: boolean): Promise<void> => {
    clock = new SetClock('2026-01-02T00:00:00Z');
    const store = createMemoryStore(clock, { logQuestions: false, retentionDays: 90 });
    bot = await startBot(real.engine, {
      guildLocale: 'zh-CN',
      clock,
      store,
      messageContent,
      allowedPrivileged: INTENT_MESSAGE_CONTENT,
    });
    const { guild } = bot.emulator.cast;
    set = (change) => store.settings.change(guild, change);
  };
  const cardsOn = () => set({ channels: { [bot.emulator.cast.channel]: { citationCards: true } } });
  /** The articles that are offered: after them comes the button that takes the offer away. */
  const labels = (message: BotMessage) =>
    buttonsOf(message)
      .slice(0, -1)
      .map(({ label }) => label);
  /** The cards under a message, once the bot has answered what came after it. */
  const cardsUnder = async (message: string): Promise<readonly BotMessage[]> => {
    await bot.use({ name: 'verify', options: { text: '一段没有的话' } });
    return bot.emulator.board.all.filter(({ repliesTo }) => repliesTo === message);
  };

  afterEach(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
    expect(bot.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  describe('with the content of messages', () => {
    beforeEach(() => start(true));

    it('are off unless somebody has switched them on, and off again at once', async () => {
      const { emulator } = bot;
      expect(await cardsUnder(emulator.say('个保法第13条'))).toEqual([]);
      await bot.use({ name: 'settings', subcommand: 'channel', options: { cards: true } });
      await bot.replyTo(emulator.say('个保法第13条'));
      await bot.use({ name: 'settings', subcommand: 'channel', options: { cards: false } });
      expect(await cardsUnder(emulator.say('个保法第14条'))).toEqual([]);
    });

    it('are a small button under the law, without a ping', async () => {
      await cardsOn();
      const card = await bot.replyTo(bot.emulator.say('个保法第13条说得很清楚'));
      expect(textOf(card)).toBe('-# 《中华人民共和国个人信息保护法》');
      expect(labels(card)).toEqual(['第十三条']);
      expect(card.body.allowed_mentions).toEqual({ parse: [], replied_user: false });
    });

    it('show the article to whoever presses, and to nobody else', async () => {
      await cardsOn();
      const card = await bot.replyTo(bot.emulator.say('个保法第13条'));
      const shown = await bot.answerTo(
        bot.emulator.press({ message: card, customId: 'y1:art:', user: bot.emulator.cast.other, locale: 'zh-CN' }),
      );
      expect(shown.flags & FLAG_EPHEMERAL).not.toBe(0);
      expect(linesOf(shown).join('\n')).toContain('符合下列情形之一的，个人信息处理者方可处理个人信息。');
      expect(linesOf(shown).join('\n')).toContain('本内容不构成法律意见');
    });

    it('go at a word of whoever cited, and of nobody else without the right', async () => {
      const { emulator } = bot;
      await cardsOn();
      const card = await bot.replyTo(emulator.say('个保法第13条说得很清楚'));
      const remove = buttonsOf(card).at(-1);
      expect(remove?.label).toBe('删除');
      const press = { message: card, customId: String(remove?.custom_id), permissions: SEND_MESSAGES };
      const refused = await bot.answerTo(emulator.press({ ...press, user: emulator.cast.other }));
      expect(refused.flags & FLAG_EPHEMERAL).not.toBe(0);
      emulator.press(press);
      await emulator.waitFor('the deletion', () => emulator.board.all.every(({ id }) => id !== card.id));
    });

    it('tell with a reply which law goes on', async () => {
      const { emulator } = bot;
      await cardsOn();
      const card = await bot.replyTo(emulator.say('个保法第13条说得很清楚'));
      const reply = await bot.replyTo(emulator.reply({ text: '那第十四条呢？', to: card.id, ping: true }));
      expect(linesOf(reply)).toContain('理解为：《中华人民共和国个人信息保护法》第十四条');
      expect(linesOf(reply)).toContain('第十四条 基于个人同意处理个人信息的，该同意应当自愿作出。');
    });

    it('go on working after a restart', async () => {
      await cardsOn();
      const card = await bot.replyTo(bot.emulator.say('个保法第13条'));
      await bot.restart();
      const shown = await bot.answerTo(bot.emulator.press({ message: card, customId: 'y1:art:' }));
      expect(linesOf(shown).join('\n')).toContain('方可处理个人信息');
    });

    it('name the law on each button where there are several, three at most', async () => {
      await cardsOn();
      const card = await bot.replyTo(
        bot.emulator.say('见《风筝法》第二条、个保法第十三条第一款和第十四条，还有《风筝法》第一条。'),
      );
      expect(labels(card)).toEqual([
        '《中华人民共和国风筝法》 · 第二条',
        '《中华人民共和国个人信息保护法》 · 第十三条第一款',
        '《中华人民共和国个人信息保护法》 · 第十四条',
      ]);
    });

    it('speak the language of the text, in English the title too', async () => {
      await cardsOn();
      const card = await bot.replyTo(
        bot.emulator.say('This is about Article 13 of the Personal Information Protection Law.'),
      );
      expect(textOf(card)).toContain('Personal Information Protection Law');
      expect(labels(card)).toEqual(['Article 13']);
    });

    it.each([
      ['no article is named', '个保法很重要'],
      ['the article is not in the text', '个保法第99条'],
      ['the text at hand is out of date', '网络安全法第二条'],
      ['the law is not known', '《纸鸢管理条例》第二条'],
      ['no text of the law is at hand', '数据安全法第二条'],
      ['no law is named', '见第二条'],
    ])('are not offered where %s', async (_, text) => {
      await cardsOn();
      expect(await cardsUnder(bot.emulator.say(text))).toEqual([]);
    });

    it('are offered for an article once in ten minutes in a channel', async () => {
      await cardsOn();
      const { emulator } = bot;
      await bot.replyTo(emulator.say('个保法第13条'));
      clock.advance({ seconds: 590 });
      expect(await cardsUnder(emulator.say('又是个保法第十三条'))).toEqual([]);
      const other = await bot.replyTo(emulator.say('个保法第十三条和第十四条'));
      expect(labels(other)).toEqual(['第十四条']);
      clock.advance({ seconds: 11 });
      expect(labels(await bot.replyTo(emulator.say('个保法第13条')))).toEqual(['第十三条']);
    });

    it('are not offered for more than five messages at once', async () => {
      await cardsOn();
      const { emulator } = bot;
      const said = ['一', '二', '三', '四', '五', '六'].map((number) => emulator.say(`个保法第${number}条`));
      await Promise.all(said.slice(0, 5).map((message) => bot.replyTo(message)));
      expect(await cardsUnder(said[5] ?? '')).toEqual([]);
      clock.advance({ seconds: 10 });
      await bot.replyTo(emulator.say('个保法第六条'));
    });

    it('are offered neither to bots, nor for what the bot answers anyway, nor where it is off', async () => {
      await cardsOn();
      const { emulator } = bot;
      expect(await cardsUnder(emulator.say('个保法第13条', { ...emulator.cast.other, bot: true }))).toEqual([]);
      const answered = await bot.replyTo(emulator.mention('个保法第13条'));
      expect(linesOf(answered)[0]).toBe(wordsFor('zh-Hans').answer.question);
      await set({ channels: { [emulator.cast.channel]: { mode: 'off' } } });
      expect(await cardsUnder(emulator.say('个保法第14条'))).toEqual([]);
    });

    it('are offered in threads of the channel', async () => {
      await cardsOn();
      const thread = bot.emulator.openThread({ owner: bot.emulator.cast.user.id, starter: null });
      expect((await bot.replyTo(bot.emulator.sayInThread(thread, '个保法第13条'))).channel).toBe(thread);
    });

    it('disturb nobody where the law has gone since: whoever presses is told', async () => {
      await cardsOn();
      const card = await bot.replyTo(bot.emulator.say('《风筝法》第二条'));
      const without = await openRealEngine();
      await bot.restart({ engine: without.engine });
      const shown = await bot.answerTo(bot.emulator.press({ message: card, customId: 'y1:art:', locale: 'zh-CN' }));
      expect(linesOf(shown)).toEqual([wordsFor('zh-Hans').discord.buttons.lawGone]);
      await bot.stop();
      await without.engine.close();
      await start(true);
    });
  });

  it('are not offered without the content of messages, which Discord does not send', async () => {
    await start(false);
    await cardsOn();
    expect(await cardsUnder(bot.emulator.say('个保法第13条'))).toEqual([]);
  });
});
