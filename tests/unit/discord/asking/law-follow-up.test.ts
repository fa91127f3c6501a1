import { describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/store/contract/store.js';
import type { BotMessage } from '../../../support/discord-emulator/message-board.js';
import { documentOf } from '../../../support/index-fixture.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { fixedClock } from '../../../support/real-engine.js';
import { linesOf } from '../../../support/running-bot.js';
import { testedBot } from '../../../support/tested-bot.js';

const KITES = lawTextOf('kite', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', [
  '第一条 为了规范风筝，制定本法。',
  '第二条 风筝可以用布制作。',
  '风筝的线应当结实。',
]);
const CYBERSECURITY = lawTextOf('csl', '中华人民共和国网络安全法', '2025年10月28日 修正\n\n2026年1月1日 施行', [
  '第一条 为了保障网络安全，制定本法。',
  '第二条 网络运营者应当留存日志。',
]);
const NEWS = documentOf('news', ['比赛昨日举行。裁判引用了《风筝法》第二条。观众很多。']);

describe('a follow-up to the card of a law', () => {
  let store: Store;
  const tested = testedBot(() => {
    store = createMemoryStore(fixedClock(), { logQuestions: false, retentionDays: 90 });
    return { guildLocale: 'zh-CN', clock: fixedClock(), store };
  }, [KITES, CYBERSECURITY, NEWS]);

  const card = (options: Readonly<Record<string, string>>, locale = 'zh-CN'): Promise<BotMessage> =>
    tested.bot.use({ name: 'law', options, locale });
  const repliedTo = (message: BotMessage, text: string): Promise<BotMessage> =>
    tested.bot.replyTo(tested.bot.emulator.reply({ text, to: message.id, ping: true }));

  /** What a card or an answer says it was understood as, and the lines that show articles. */
  const gist = (message: BotMessage): readonly string[] =>
    linesOf(message).filter((line) => /^(理解[为為]|只查|Understood as|第.+条 )/u.test(line));

  it('goes on with that law, as a card', async () => {
    const second = await repliedTo(await card({ name: '网络安全法' }), '那第二条呢？');
    expect(linesOf(second)[0]).toBe('《中华人民共和国网络安全法》');
    expect(gist(second)).toEqual(['理解为：《中华人民共和国网络安全法》第二条', '第二条 网络运营者应当留存日志。']);
    // Which goes on in its turn, after a restart too.
    await tested.bot.restart();
    expect(gist(await repliedTo(second, '第一条'))).toEqual([
      '理解为：《中华人民共和国网络安全法》第一条',
      '第一条 为了保障网络安全，制定本法。',
    ]);
  });

  it.each([
    ['那第一条呢？', '《中华人民共和国风筝法》第一条', '第一条 为了规范风筝，制定本法。'],
    ['那网络安全法呢？', '《网络安全法》第二条', '第二条 网络运营者应当留存日志。'],
  ])('to an article names another one, or the same of another law: %s', async (text, understood, article) => {
    const first = await card({ name: '风筝法', article: '2' });
    expect(gist(await repliedTo(first, text))).toEqual([`理解为：${understood}`, article]);
  });

  it('is told where the text has no such place', async () => {
    const reply = await repliedTo(await card({ name: '风筝法', article: '1' }), '那第二款呢？');
    expect(linesOf(reply)).toContain('理解为：《中华人民共和国风筝法》第一条第二款');
    expect(linesOf(reply).join('\n')).toContain('没有第一条第二款');
  });

  it('in English goes on too, in the words of the card', async () => {
    const first = await card({ name: 'Cybersecurity Law', article: '1' }, 'en-US');
    expect(gist(await repliedTo(first, 'what about article 2?'))).toEqual([
      'Understood as: 《中华人民共和国网络安全法》 article 2',
      '第二条 网络运营者应当留存日志。',
    ]);
  });

  it('that asks for more is answered within that law', async () => {
    const asked = await card({ name: '风筝法', article: '2', question: '用什么制作？' });
    const reply = await repliedTo(asked, '那第一条呢？');
    expect(linesOf(reply).slice(0, 4)).toEqual([
      '问题',
      '那第一条呢？',
      '理解为：《中华人民共和国风筝法》第一条 用什么制作？',
      '只查：法规 中华人民共和国风筝法',
    ]);
  });

  it('keeps the day for which the card was asked', async () => {
    const first = await card({ name: '风筝法', article: '1', 'as-of': '2015-01-01' });
    expect(linesOf(await repliedTo(first, '那第二条呢？')).join('\n')).toContain('截至2015年1月1日');
  });

  it('is none where it is a question of its own', async () => {
    const reply = await repliedTo(await card({ name: '风筝法' }), '2023年国家网络安全宣传周的主题是什么？');
    expect(linesOf(reply).slice(0, 3)).toEqual(['问题', '2023年国家网络安全宣传周的主题是什么？', '与问题相符的段落']);
  });

  it('goes on in a thread that was opened from the card, which bears the name of the place', async () => {
    const { emulator } = tested.bot;
    const first = await card({ name: '风筝法', article: '1' });
    await tested.bot.answerTo(emulator.messageCommand({ name: 'Go on in a thread', locale: 'zh-CN' }, first.id));
    const opening = emulator.requests.find(({ path }) => path.endsWith('/threads'));
    expect(opening?.body).toMatchObject({ name: '《中华人民共和国风筝法》第一条' });
    emulator.revealContent();
    expect(gist(await tested.bot.replyTo(emulator.sayInThread(first.id, '那第二条呢？')))[0]).toBe(
      '理解为：《中华人民共和国风筝法》第二条',
    );
  });

  it('is recorded as a law that was looked up', async () => {
    await repliedTo(await card({ name: '风筝法' }), '那第二条呢？');
    await repliedTo(await card({ name: '风筝法' }), '那第九条呢？');
    await repliedTo(await card({ name: '风筝法' }), '网络安全工作取得了哪些成就？');
    const day = '2026-01-02';
    expect(await store.insights.days(tested.bot.emulator.cast.guild, day, day)).toEqual([
      { day, kind: 'law', answered: 4, unanswered: 1 },
      { day, kind: 'question', answered: 1, unanswered: 0 },
    ]);
  });
});
