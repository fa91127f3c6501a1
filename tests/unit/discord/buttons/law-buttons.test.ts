import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentDate } from '../../../../src/documents/document.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import type { CommandUse } from '../../../support/discord-emulator/discord-emulator.js';
import { FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import { buttonsOf, textOf, type BotMessage } from '../../../support/discord-emulator/message-board.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { answerOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { documentOf } from '../../../support/index-fixture.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { fixedClock, openRealEngine, type RealEngine } from '../../../support/real-engine.js';
import { startBot, type RunningBot } from '../../../support/running-bot.js';

/** 2,310 characters: one of these fits a message beside what stands around it, two do not (3,386 is the limit). */
const LONG = '风筝的所有者应当按照规定登记其颜色和尺寸。'.repeat(110);

const NOTE = '2010年5月5日 修订\n\n2010年7月1日 施行';
const TITLE = '中华人民共和国风筝法';

const BODY = [
  '## 第一章 总则',
  '第一条 为了规范风筝，制定本法。',
  '## 第二章 制作',
  '### 第一节 材料',
  '第二条 风筝可以用布制作。',
  '制作风筝的单位应当留存样品。',
  '第二条之一 风筝的线应当结实。',
  '### 第二节 登记',
  `第三条 ${LONG}`,
  `第四条 ${LONG}`,
  '## 第三章 附则',
  '第五条 本法自2010年7月1日起施行。',
];

/** The same law as it is read later: one article has other words, one is gone. */
const CHANGED = BODY.map((line) => line.replace('用布制作', '用绸制作')).filter((line) => !line.startsWith('第五条'));

const on = (day: string): DocumentDate => ({ from: day, to: day, basis: 'stated' });
const NEWS = documentOf('news', ['比赛昨日举行。裁判引用了《风筝法》第二条。观众很多。'], { date: on('2011-06-01') });

/** 2016 text of a law that was amended with effect from 2026-01-01; the clock stands on the day after. */
const OUTDATED = lawTextOf('csl-2016', '中华人民共和国网络安全法', '2016年11月7日 全国人民代表大会常务委员会通过', [
  '第一条 为了保障测试，制定本法。',
  '第二条 记录应当保存。',
]);

describe('the buttons under a law', () => {
  let before: RealEngine;
  let after: RealEngine;
  let bot: RunningBot;

  beforeAll(async () => {
    before = await openRealEngine([lawTextOf('kite', TITLE, NOTE, BODY), OUTDATED, NEWS]);
    after = await openRealEngine([lawTextOf('kite', TITLE, NOTE, CHANGED)]);
  });

  afterAll(async () => {
    await before.engine.close();
    await after.engine.close();
  });

  beforeEach(async () => {
    bot = await startBot(before.engine, { clock: fixedClock() });
  });

  afterEach(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
  });

  const law = (options: CommandUse['options'], locale = 'zh-CN'): Promise<BotMessage> =>
    bot.use({ name: 'law', ...(options === undefined ? {} : { options }), locale });
  const shown = (message: BotMessage): string => readMarkdown(textOf(message)).text;
  const labels = (message: BotMessage): readonly string[] =>
    buttonsOf(message).map(({ label, disabled }) => `${String(label)}${disabled === true ? ' (off)' : ''}`);
  const press = (message: BotMessage, action: string, more: { readonly user?: BotMessage['user'] } = {}): string =>
    bot.emulator.press({
      message,
      customId: `y1:${action}:`,
      locale: 'zh-CN',
      ...(more.user === undefined ? {} : { user: more.user }),
    });
  const isEphemeral = ({ flags }: BotMessage): boolean => (flags & FLAG_EPHEMERAL) !== 0;

  const ALWAYS = ['有帮助', '没有帮助', '删除'];

  it('are eight for an article at hand, and off where there is no article on that side', async () => {
    const all = ['上一条', '下一条', '全章', '引用情况', '复制引文出处', ...ALWAYS];
    expect(labels(await law({ name: '风筝法', article: '二' }))).toEqual(all);
    expect(labels(await law({ name: '风筝法', article: '1' }))[0]).toBe('上一条 (off)');
    expect(labels(await law({ name: '风筝法', article: '5' }))[1]).toBe('下一条 (off)');
  });

  it('are those who cite it, and what is thought of the card, where no article is at hand', async () => {
    expect(labels(await law({ name: '风筝法' }))).toEqual(['引用情况', ...ALWAYS]);
    expect(labels(await law({ name: '数据安全法', article: '1' }))).toEqual(['引用情况', ...ALWAYS]);
    expect(labels(await law({ name: '没有这样的法' }))).toEqual([]);
  });

  it('turn to the next article and back in the message itself, for the one who asked', async () => {
    const card = await law({ name: '风筝法', article: '2' });
    press(card, 'next');
    const next = await bot.edited(card);
    expect(shown(next)).toContain('第二条之一 风筝的线应当结实。');
    expect(shown(next)).not.toContain('用布制作');
    expect(shown(next)).toContain('本内容不构成法律意见');
    press(next, 'prev');
    expect(shown(await bot.edited(next))).toContain('风筝可以用布制作。\n制作风筝的单位应当留存样品。');
    expect(bot.emulator.board.all).toHaveLength(1);
  });

  it('show the next article to anybody else in a message that only they see, whose buttons are theirs', async () => {
    const card = await law({ name: '风筝法', article: '1' });
    const { other } = bot.emulator.cast;
    const own = await bot.answerTo(press(card, 'next', { user: other }));
    expect(isEphemeral(own)).toBe(true);
    expect(shown(own)).toContain('用布制作');
    press(own, 'next', { user: other });
    expect(shown(await bot.edited(own))).toContain('线应当结实');
    expect(bot.emulator.board.all.find(({ id }) => id === card.id)).toEqual(card);
  });

  it('keep the notice of a text that is out of date on every article and page', async () => {
    const notice = '新文本自2026年1月1日起施行';
    const card = await law({ name: '网络安全法', article: '1' });
    press(card, 'next');
    const next = await bot.edited(card);
    expect(shown(next)).toContain(notice);
    expect(shown(await bot.answerTo(press(next, 'chap')))).toContain(notice);
    expect(shown(await bot.answerTo(press(next, 'copy')))).toContain('2026年1月1日');
  });

  it('show the whole chapter over several pages, each article word for word, with the headings that begin in it', async () => {
    const card = await law({ name: '风筝法', article: '2-1' });
    let page = await bot.answerTo(press(card, 'chap'));
    expect(isEphemeral(page)).toBe(true);
    expect(shown(page)).toContain('第二章 制作\n');
    expect(shown(page)).toContain('第1页，共2页');
    expect(labels(page)).toEqual(['下一页']);
    const texts = [shown(page)];
    press(page, 'chpg');
    page = await bot.edited(page);
    expect(labels(page)).toEqual(['上一页']);
    texts.push(shown(page));

    const articles = ['第二条 风筝可以用布制作。\n制作风筝的单位应当留存样品。', '第二条之一 风筝的线应当结实。'];
    for (const article of [...articles, `第三条 ${LONG}`, `第四条 ${LONG}`])
      expect(texts.filter((text) => text.includes(article))).toHaveLength(1);
    expect(texts.join('\n').match(/第[一二]节 [材料登记]+/g)).toEqual(['第一节 材料', '第二节 登记']);
    expect(texts.join('\n')).not.toMatch(/第[一五]条/);
    for (const text of texts) expect(text).toContain('本内容不构成法律意见');
  });

  it('show who cites an article: who speaks, the day, and the sentence alone', async () => {
    const card = await law({ name: '风筝法', article: '2' });
    const citing = await bot.answerTo(press(card, 'cite'));
    expect(isEphemeral(citing)).toBe(true);
    expect(shown(citing)).toContain('裁判引用了《风筝法》第二条。');
    expect(shown(citing)).toContain('2011年6月1日');
    expect(shown(citing)).not.toMatch(/比赛昨日|观众很多/);

    const nobody = await bot.answerTo(press(await law({ name: '风筝法', article: '5' }), 'cite'));
    expect(shown(nobody)).toContain('没有');
    expect(shown(nobody)).toContain('本内容不构成法律意见');
  });

  it('give the citation in two forms that can be copied, to who pressed alone', async () => {
    const card = await law({ name: '风筝法', article: '2' });
    const copied = await bot.answerTo(press(card, 'copy'));
    expect(isEphemeral(copied)).toBe(true);
    const blocks = [...textOf(copied).matchAll(/```\n([^`]*)\n```/g)].map(([, block]) => block ?? '');
    expect(blocks).toHaveLength(2);
    for (const block of blocks) expect(block).toContain('风筝法');
    expect(blocks[0]).toContain('第二条');
    // GB/T 7714 gives the type of the source in square brackets.
    expect(blocks[1]).toMatch(/第二条.*\[[A-Z/]+\]/);
  });

  it('go on working in messages that were sent before the bot was started anew', async () => {
    const card = await law({ name: '风筝法', article: '2', 'as-of': '2015-01-01' });
    const chapter = await bot.answerTo(press(card, 'chap'));
    await bot.restart();
    press(card, 'next');
    const next = await bot.edited(card);
    expect(shown(next)).toContain('线应当结实');
    // The day that was asked for goes on counting.
    expect(shown(next)).toContain('截至2015年1月1日');
    press(chapter, 'chpg');
    expect(shown(await bot.edited(chapter))).toContain('第2页，共2页');
  });

  it('work in direct messages', async () => {
    const use = { name: 'law', options: { name: '风筝法', article: '1' }, locale: 'zh-CN', direct: true };
    const card = await bot.use(use);
    press(card, 'next');
    const next = await bot.edited(card);
    expect(shown(next)).toContain('用布制作');
    expect(shown(await bot.answerTo(press(next, 'copy')))).toContain('第二条');
  });

  it('tell of a fault without its details, and leave the message as it is', async () => {
    const card = await law({ name: '风筝法', article: '1' });
    const failing = new FakeEngine(({ text }) => answerOf(text, 'none', []), {
      law: () => Promise.reject(new RangeError('secret detail')),
    });
    await bot.restart({ engine: failing });
    const note = await bot.answerTo(press(card, 'next'));
    expect(isEphemeral(note)).toBe(true);
    expect(shown(note)).toBe(wordsFor('zh-Hans').problem.failure);
    expect(bot.emulator.board.all.find(({ id }) => id === card.id)).toEqual(card);
    expect(bot.logger.text).not.toContain('secret detail');
  });

  it('ask for patience where somebody presses faster than anybody reads', async () => {
    const card = await law({ name: '风筝法', article: '1' });
    // The card was one of the ten that may come at once; the clock hardly moves.
    const answers = await Promise.all(Array.from({ length: 10 }, () => bot.answerTo(press(card, 'copy'))));
    const refused = answers.filter((message) => !textOf(message).includes('```'));
    expect(refused.map(shown)).toEqual([wordsFor('zh-Hans').discord.coolDown(3)]);
  });

  it('say that the text has changed since the message was written', async () => {
    const card = await law({ name: '风筝法', article: '2' });
    await bot.restart({ engine: after.engine });
    for (const action of ['chap', 'cite', 'copy'])
      expect(shown(await bot.answerTo(press(card, action)))).toContain('文本有变动');
    press(card, 'next');
    const next = await bot.edited(card);
    expect(shown(next)).toContain('文本有变动');
    expect(shown(next)).toContain('线应当结实');
    press(next, 'prev');
    const previous = await bot.edited(next);
    // That message was written from the text at hand now: only the first one was not.
    expect(shown(previous)).not.toContain('文本有变动');
    expect(shown(previous)).toContain('用绸制作');
  });

  it('say that an article or a law is gone, and leave the message as it is', async () => {
    const last = await law({ name: '风筝法', article: '5' });
    const outdated = await law({ name: '网络安全法', article: '1' });
    await bot.restart({ engine: after.engine });
    expect(shown(await bot.answerTo(press(last, 'prev')))).toBe('现有文本中已没有第五条。请用 /法规（/law）重新查询。');
    expect(shown(await bot.answerTo(press(last, 'chap')))).toContain('已没有第五条');
    expect(shown(await bot.answerTo(press(outdated, 'copy')))).toContain('已没有第一条');
    expect(bot.emulator.board.all.find(({ id }) => id === last.id)).toEqual(last);
  });
});
