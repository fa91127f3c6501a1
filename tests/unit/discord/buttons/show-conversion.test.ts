import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversionPage } from '../../../../src/discord/buttons/show-conversion.js';
import { fitsLimits } from '../../../../src/discord/rendering/message.js';
import { renderConversion } from '../../../../src/discord/rendering/render-conversion.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import { buttonsOf, textOf, type BotMessage } from '../../../support/discord-emulator/message-board.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { documentOf } from '../../../support/index-fixture.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { fixedClock, openRealEngine, type RealEngine } from '../../../support/real-engine.js';
import { startBot, type RunningBot } from '../../../support/running-bot.js';

const LONG = '风筝的所有者应当按照规定登记其颜色和尺寸。'.repeat(240);
const KITE = lawTextOf('kite', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', [
  '第一条 为了规范风筝，制定本法。',
  '第二条 风筝发布前应当弄干净，头发不得缠绕。',
  `第三条 ${LONG}`,
]);
const NEWS = documentOf('news', ['风筝比赛的冠军面条厂发布了三万个风筝。']);

let real: RealEngine;
let bot: RunningBot;
beforeAll(async () => {
  real = await openRealEngine([KITE, NEWS]);
});
afterAll(() => real.engine.close());
beforeEach(async () => {
  bot = await startBot(real.engine, { clock: fixedClock() });
});
afterEach(async () => {
  await bot.stop();
  expect(bot.emulator.problems).toEqual([]);
});

const shown = (message: BotMessage): string => readMarkdown(textOf(message)).text;
const labels = (message: BotMessage): readonly string[] => buttonsOf(message).map(({ label }) => String(label));
const press = (message: BotMessage, customId: string): string =>
  bot.emulator.press({ message, customId, locale: 'zh-TW' });
const law = (article: string, locale = 'zh-TW'): Promise<BotMessage> =>
  bot.use({ name: 'law', options: { name: '风筝法', article }, locale });

describe('the view in traditional script', () => {
  it('is offered to readers of traditional script alone', async () => {
    expect(labels(await law('2'))).toContain('繁體檢視');
    expect(labels(await law('2', 'zh-CN'))).not.toContain('繁体查看');
    expect(labels(await law('2', 'en-US'))).not.toContain('Traditional script');
  });

  it('of an article is called a conversion, and nothing in it looks like a quotation', async () => {
    const view = await bot.answerTo(press(await law('2'), 'y1:lawconv:'));
    expect(view.flags & FLAG_EPHEMERAL).not.toBe(0);
    expect(shown(view)).toContain('轉換檢視，並非引文');
    expect(shown(view)).toContain('引用時請以原文為準');
    expect(shown(view)).toContain('第二條 風箏發佈前應當弄乾淨，頭髮不得纏繞。');
    expect(textOf(view)).not.toMatch(/^> /m);
    expect(shown(view)).not.toMatch(/SHA|「第二條/);
  });

  it('of a long article goes over pages, turned in place, each of them labelled', async () => {
    const first = await bot.answerTo(press(await law('3'), 'y1:lawconv:'));
    expect(labels(first)).toEqual(['下一頁']);
    press(first, 'y1:lawconvpg:');
    const second = await bot.edited(first);
    expect(labels(second)).toContain('上一頁');
    expect(shown(second)).toContain('轉換檢視，並非引文');
    expect(shown(second)).toContain('風箏的所有者應當按照規定登記其顏色和尺寸。');
  });

  it('of an answer has the whole of every passage', async () => {
    const answer = await bot.use({ name: 'ask', options: { question: '风筝比赛的冠军是谁？' }, locale: 'zh-TW' });
    expect(labels(answer)).toContain('繁體檢視');
    const view = await bot.answerTo(press(answer, 'y1:conv'));
    expect(shown(view)).toContain('轉換檢視，並非引文');
    expect(shown(view)).toContain('風箏比賽的冠軍麵條廠發佈了三萬個風箏。');
  });
});

describe('a page of a conversion', () => {
  it('fits the limits of Discord whatever the length of its texts', () => {
    const words = wordsFor('zh-Hant');
    const texts = ['風。', '*_~`|<@1>'.repeat(4000), '風'.repeat(9000)].map((text) => ({
      heading: '《風箏法》'.repeat(10),
      text,
      notices: ['這是。'.repeat(100)],
    }));
    for (let page = 0; page < 30; page += 1)
      expect(fitsLimits(renderConversion(texts, words, { page, notices: [], rows: () => [] }))).toBe(true);
  });
});

describe('the custom id of a page', () => {
  it.each([[[]], [['0']], [['a b', '0']], [['abc', 'x']], [['a', 'b', 'c', 'd', 'e', 'f', '0']]])(
    'is none of its own with the fields %j',
    (fields) => {
      expect(conversionPage.read(fields)).toBeNull();
    },
  );
});
