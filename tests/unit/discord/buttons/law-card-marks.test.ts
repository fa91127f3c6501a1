import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/store/contract/store.js';
import type { BotMessage } from '../../../support/discord-emulator/message-board.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { isEphemeral, MANAGE_MESSAGES, presserOf, SEND_MESSAGES } from '../../../support/pressed-buttons.js';
import { fixedClock, openRealEngine, type RealEngine } from '../../../support/real-engine.js';
import { linesOf } from '../../../support/running-bot.js';
import { testedBot } from '../../../support/tested-bot.js';

const kites = (second: string) =>
  lawTextOf('kite', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', [
    '第一条 为了规范风筝，制定本法。',
    second,
  ]);

const PAGE = { offset: 0, limit: 10 };

describe('what is thought of the card of a law', () => {
  let store: Store;
  let after: RealEngine;
  const tested = testedBot(() => {
    store = createMemoryStore(fixedClock(), { logQuestions: true, retentionDays: 90 });
    return { clock: fixedClock(), guildLocale: 'zh-CN', store };
  }, [kites('第二条 风筝可以用布制作。')]);
  const { press, pressed, gone, now, turned } = presserOf(() => tested.bot);
  beforeAll(async () => {
    after = await openRealEngine([kites('第二条 风筝可以用绸制作。')]);
  });
  afterAll(() => after.engine.close());

  const card = (options: Readonly<Record<string, string>> = { article: '2' }): Promise<BotMessage> =>
    tested.bot.use({ name: 'law', options: { name: '风筝法', ...options }, locale: 'zh-CN' });
  const feedback = () => store.insights.feedback(tested.bot.emulator.cast.guild, PAGE);

  it('is kept with the place and its passages, and can be taken back', async () => {
    const message = await card();
    const [article] = await passagesOf('第二条');
    expect(isEphemeral(await pressed(message, '有帮助'))).toBe(true);
    expect(await feedback()).toMatchObject([
      { answer: message.id, helpful: true, passages: [article], question: '《中华人民共和国风筝法》第二条' },
    ]);
    await pressed(message, '没有帮助');
    expect(await feedback()).toMatchObject([{ helpful: false }]);
    await pressed(message, '没有帮助');
    expect(await feedback()).toEqual([]);
  });

  it('is kept with what was asked of the law', async () => {
    await pressed(await card({ question: '风筝用什么制作？' }), '没有帮助');
    expect(await feedback()).toMatchObject([{ question: '《中华人民共和国风筝法》 风筝用什么制作？' }]);
    const [{ passages } = { passages: [] }] = await feedback();
    expect(passages).toEqual(expect.arrayContaining([...(await passagesOf('第二条'))]));
  });

  it('can be said after a restart over other documents: of what the card showed', async () => {
    const message = await card();
    const [article] = await passagesOf('第二条');
    await tested.bot.restart({ engine: after.engine });
    await pressed(message, '有帮助');
    expect(await feedback()).toMatchObject([{ passages: [article] }]);
  });

  it('is said of the article that a card was turned to', async () => {
    const message = await card({ article: '1' });
    await pressed(await turned(message, '下一条'), '有帮助');
    expect(await feedback()).toMatchObject([{ passages: await passagesOf('第二条') }]);
  });

  it('may be that it shall go: for who asked, and for those who moderate the channel', async () => {
    const message = await card();
    const { other } = tested.bot.emulator.cast;
    const note = await pressed(message, '删除', { user: other, permissions: SEND_MESSAGES });
    expect(linesOf(note)).toEqual(['只有提问者和有权管理消息的成员可以删除这条答复。']);
    expect(now(message)).toEqual(message);
    await tested.bot.restart({ engine: after.engine });
    press(message, '删除', { permissions: SEND_MESSAGES });
    await gone(message);
    const second = await card();
    press(second, '删除', { user: other, permissions: MANAGE_MESSAGES });
    await gone(second);
  });

  async function passagesOf(beginning: string): Promise<readonly string[]> {
    const passages = await tested.real.index.passagesOf('kite');
    return passages.filter(({ text }) => text.startsWith(beginning)).map(({ id }) => id);
  }
});
