import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuotation } from '../../../../src/discord/rendering/read-quotation.js';
import { passageBody } from '../../../../src/discord/rendering/render-passage.js';
import { viewPassage } from '../../../../src/wording/views/answer-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { citationOf, passageOf } from '../../../support/example-answers.js';

const words = wordsFor('zh-Hans');
const ALL = { alsoIn: 9, notices: 9 };
const NOTHING_CUT = { before: false, after: false };

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('网络安全。', '**', '\\', '> ', '-# …', '\n', '[…]', '#', '1. ', '`', '|'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))
  // A passage begins and ends with a character that is seen, has no carriage return, and does not look cut short.
  .filter((text) => text === text.trim() && text !== '' && !/[\r\p{Cs}]/u.test(text) && !/^\[…\]|\[…\]$/.test(text));

describe('readQuotation', () => {
  it('reads the text of a passage from its markdown, whatever it holds and whatever is highlighted', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.boolean(), fc.boolean(), (text, highlighted, start, end) => {
        const citation = { ...citationOf('000'), truncated: start || end, gaps: { start, end } };
        const highlight = highlighted ? ([0, text.length] as const) : null;
        const view = viewPassage({ ...passageOf(1, '000', text, { highlight }), citation }, words);
        const body = passageBody(view, { quote: view.quote, cut: NOTHING_CUT }, ALL, words);
        expect(readQuotation(body, words)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('reads nothing where a part was left out, or nothing is quoted', () => {
    const view = viewPassage(passageOf(1, '000', '一句。'), words);
    const body = passageBody(view, { quote: view.quote, cut: { before: false, after: true } }, ALL, words);
    expect(readQuotation(body, words)).toBeNull();
    expect(readQuotation('-# 文', words)).toBeNull();
  });
});
