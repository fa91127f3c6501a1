import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAtCommas, splitClauses, splitSentences } from '../../../src/documents/sentences.js';

/** A sentence ends at each bar; the bar and the white space after it are not in the text that is split. */
function expectSplit(marked: string): void {
  const text = marked.replaceAll('|', '');
  const expected = marked
    .split('|')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  expect(splitSentences(text).map(([start, end]) => text.slice(start, end))).toEqual(expected);
}

describe('splitSentences', () => {
  it.each([
    // Chinese
    ['full stops', '网络安全为人民。|网络安全靠人民。'],
    ['exclamation and question', '绝不手软！|为什么？|因为如此。'],
    ['no end at all', '没有句号的标题'],
    ['an end without a full stop after one with', '第一句。|第二句没有写完'],
    ['a semicolon, which ends none', '第一项；第二项。'],
    ['a colon, which ends none', '他说：好。'],
    ['a closing quotation mark', '他说：“好。”|我走了。'],
    ['corner brackets', '他說：「好。」|我走了。'],
    ['closing bracket after the stop', '（见第一条。）|下一句。'],
    ['several closing signs', '他说：“见《规定》（第一条。）”|下一句。'],
    ['a quotation that the sentence goes on after: 的', '写着“小心。”的牌子倒了。'],
    ['a quotation that the sentence goes on after: ，', '“好！”，他说。'],
    ['a bracket that the sentence goes on after: 、', '（是吗？）、（不是。）|都行。'],
    ['a comma after a bare stop does not come back', '好。|的确。'],
    ['an ellipsis', '等等……|下一句。'],
    ['an ellipsis in quotation marks', '“等等……”|他走了。'],
    ['one ellipsis sign alone, which ends none', '第一…第二。'],
    ['six dots', '等等......|下一句。'],
    ['a decimal', '增长3.5个百分点。|又一句。'],
    ['marks in a row', '真的？！|真的！！！|好。'],
    // English
    ['English full stops', 'One thing. |Another thing.'],
    ['a question and a call', 'Why? |Because! |Well.'],
    ['a decimal in English', 'It grew by 3.5 percent. |Then it fell.'],
    ['an article', 'See Art. 5 of the law. |It applies.'],
    ['a number', 'Under No. 7 it is barred. |So it is.'],
    ['a no that is none', 'The answer is no. |We left.'],
    ['e.g.', 'Some data, e.g. Names and dates. |Others not.'],
    ['an initial', 'It was J. Smith who asked. |Nobody answered.'],
    ['U.S.', 'The U.S. Congress met. |It rose.'],
    ['a letter that is no initial', 'This is option b. |Take it.'],
    ['a small letter after the stop, which begins none', 'The file a.txt. is odd.'],
    ['a quotation', 'He said "No." |Then he left.'],
    ['an opening quotation', 'He left. |"Why?" |She asked.'],
    ['three dots and a capital', 'Well... |Perhaps.'],
    ['a number that begins a sentence', 'It ended. |2023 began.'],
    ['a line break', 'One thing.\n|Another thing.'],
    // Both
    ['both languages', 'See 网络安全法。|It applies. |好。'],
    ['an English stop in Chinese text without a space, which ends none', '用a.b表示。|好。'],
  ])('cuts %s', (_, marked) => {
    expectSplit(marked);
  });

  it('finds none in white space', () => {
    expect(splitSentences(' \n　')).toEqual([]);
    expect(splitSentences('')).toEqual([]);
  });

  it('covers any text but its white space, in order', () => {
    const signs = ['字', '。', '”', '！', '…', '.', 'a', 'B', ' ', '\n', '3', '的', '，', '😀', ')'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs) }), (text) => {
        const sentences = splitSentences(text);
        const covered = sentences.map(([start, end]) => text.slice(start, end)).join('');
        expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const [index, [start, end]] of sentences.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(sentences[index - 1]?.[1] ?? 0);
        }
      }),
    );
  });
});

describe('splitClauses', () => {
  it('cuts a stretch after each semicolon, as spans of the whole text', () => {
    // 0123456789
    // 前。一；二;三。
    expect(splitClauses('前。一；二;三。', [2, 8])).toEqual([
      [2, 4],
      [4, 6],
      [6, 8],
    ]);
  });

  it('keeps closing signs with the clause that they close', () => {
    expect(splitClauses('“一；”二', [0, 5])).toEqual([
      [0, 4],
      [4, 5],
    ]);
  });
});

describe('splitAtCommas', () => {
  it('cuts after commas of both kinds, but not within a number', () => {
    const text = '一，二、1,000个,三';
    expect(splitAtCommas(text, [0, text.length]).map(([start, end]) => text.slice(start, end))).toEqual([
      '一，',
      '二、1,000个,',
      '三',
    ]);
  });
});
