import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference, Occurrence, Verification } from '../../../../src/answering/verification/verification.js';
import { fitsLimits } from '../../../../src/discord/rendering/message.js';
import { renderVerification } from '../../../../src/discord/rendering/render-verification.js';
import { viewVerification } from '../../../../src/wording/views/verification-view.js';
import { WORDED_LANGUAGES } from '../../../../src/wording/words.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { checkMessage, FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import { textOf } from '../../../support/discord-emulator/message-board.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { citationOf } from '../../../support/example-answers.js';
import { linesOf } from '../../../support/running-bot.js';
import { testedBot } from '../../../support/tested-bot.js';

/** Stands in 001-1, in its abstract and its body, and with other words around it in 003-2. */
const SENTENCE = '全国首个跨省域国家级网络安全产业园区落地成渝';

describe('/verify', () => {
  const tested = testedBot(() => ({}));

  const verify = (text: string, more: Readonly<Record<string, boolean>> = {}) =>
    tested.bot.answerTo(
      tested.bot.emulator.slashCommand({ name: 'verify', options: { text, ...more }, locale: 'zh-CN' }),
    );

  it('shows where a text stands word for word, in bold within its sentence, with its citation', async () => {
    const message = await verify(SENTENCE);
    expect(linesOf(message).slice(0, 3)).toEqual(['核对的文字', SENTENCE, '这段文字与文档一字不差。']);
    const { bold, text } = readMarkdown(textOf(message));
    expect(bold[0]).toBe(SENTENCE);
    expect(text).toContain('001_');
    expect(text).toContain('SHA-256');
  });

  it('marks what differs from the nearest wording, and warns of a number', async () => {
    const message = await verify('2021年共侦办相关案件7800余起');
    const { bold, text } = readMarkdown(textOf(message));
    expect(text).toContain('文档中没有这段文字。最接近的原文如下');
    expect(text).toMatch(/2021年共侦办相关案件(?:\[-9-\]\{\+7\+\}|\{\+7\+\}\[-9-\])800余起/);
    expect(bold.some((one) => one.includes('[-9-]') && one.includes('{+7+}'))).toBe(true);
    expect(text).toContain('[-…-] 仅见于文档 · {+…+} 仅见于待核文字');
    expect(bold.some((one) => one.startsWith('请注意'))).toBe(true);
    expect(text).toContain('000_');
  });

  it('says that nothing comes near', async () => {
    const message = await verify('月球上种土豆的最佳季节');
    expect(linesOf(message)).toEqual([
      '核对的文字',
      '月球上种土豆的最佳季节',
      '文档中没有这段文字，也没有接近的原文。',
    ]);
  });

  it('answers the asker alone where that is wanted', async () => {
    expect((await verify(SENTENCE, { private: true })).flags & FLAG_EPHEMERAL).toBe(FLAG_EPHEMERAL);
  });

  it('says how long a text may be', async () => {
    // Discord counts characters, the engine UTF-16 units: only characters of two units come through.
    expect(linesOf(await verify('😀'.repeat(1001)))).toEqual([
      '文字有 2002 个字符，一次最多核对 2000 个。请分段核对。',
    ]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc
    .tuple(fc.constantFrom('字', '字。', '*_', '😀', '<@1> ', 'a\n'), fc.integer({ min: 1, max: 900 }))
    .map(([piece, count]) => piece.repeat(count)),
);
const anyOccurrence: fc.Arbitrary<Occurrence> = fc
  .record({ before: anyText, text: anyText, after: anyText, leavesOutNegation: fc.boolean() })
  .map(({ before, text, after, leavesOutNegation }) => ({
    passage: 'a',
    text,
    citation: citationOf('000'),
    spans: [],
    within: before + text + after,
    leavesOutNegation,
  }));
const anyDifferences: fc.Arbitrary<readonly Difference[]> = fc.array(
  fc.record({ kind: fc.constantFrom('same' as const, 'missing' as const, 'added' as const), text: anyText }),
  { minLength: 1, maxLength: 40 },
);
const manySmall: fc.Arbitrary<readonly Difference[]> = fc
  .integer({ min: 200, max: 900 })
  .map((count) =>
    Array.from({ length: count }, (_, at): Difference => ({ kind: at % 2 === 0 ? 'missing' : 'added', text: '不' })),
  );
const anyVerification: fc.Arbitrary<Verification> = fc.oneof(
  fc.record({
    verdict: fc.constantFrom('verbatim' as const, 'equivalent' as const),
    occurrences: fc.array(anyOccurrence, { minLength: 1, maxLength: 20 }),
  }),
  fc.record({
    verdict: fc.constant('different' as const),
    nearest: anyOccurrence,
    differences: fc.oneof(anyDifferences, manySmall),
    changesMeaning: fc.boolean(),
  }),
);

describe('any verification', () => {
  it('fits into one message, and opens no markdown but its own', () => {
    fc.assert(
      fc.property(anyText, anyVerification, fc.constantFrom(...WORDED_LANGUAGES), (text, verification, language) => {
        const words = wordsFor(language);
        const message = renderVerification({ text, view: viewVerification(verification, words) }, words);
        expect(fitsLimits(message)).toBe(true);
        checkMessage({ flags: 1 << 15, components: JSON.parse(JSON.stringify(message.components)) });
        const [container] = message.components;
        const marks = container.components.flatMap((one) => ('content' in one ? readMarkdown(one.content).marks : []));
        expect(marks.filter((mark) => !['quote', 'header', 'subtext'].includes(mark))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('counts the places that it leaves out', () => {
    const place: Occurrence = {
      passage: 'a',
      text: '一句',
      citation: citationOf('000'),
      spans: [],
      within: `一句${'字'.repeat(600)}`,
      leavesOutNegation: false,
    };
    const words = wordsFor('zh-Hans');
    const view = viewVerification({ verdict: 'verbatim', occurrences: Array.from({ length: 20 }, () => place) }, words);
    const [container] = renderVerification({ text: '一句', view }, words).components;
    const texts = container.components.flatMap((one) => ('content' in one ? [one.content] : []));
    // The first text is the heading, the last counts; 10,170 bytes hold five of some 1,900.
    expect(texts.at(-1)).toBe(`-# ${words.discord.asking.morePlaces(20 - (texts.length - 2))}`);
    expect(texts.length - 2).toBe(5);
  });
});
