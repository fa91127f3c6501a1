import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalWords } from '../../../src/retrieval/literal-words.js';
import { foldText } from '../../../src/shared/fold-text.js';

describe('literalWords', () => {
  it.each([
    ['「四梁八柱」是什么？', ['四梁八柱']],
    ['『四梁八柱』是什么？', ['四梁八柱']],
    ['“跑分”和“网络水军”', ['跑分', '网络水军']],
    ['What is "GOIP"?', ['goip']],
    ['＂ＧＯＩＰ＂', ['goip']],
    ['「四樑八柱」', ['四梁八柱']],
    ['「跑分」与“跑分”', ['跑分']],
    ['「 跑 分 」', ['跑分']],
  ])('finds what stands in quotation marks in %s', (question, words) => {
    expect(literalWords(question)).toEqual(words);
  });

  it.each([
    ['marks that name a text', '《网络安全法》是什么？'],
    ['apostrophes', "the country's networks and the users' data"],
    ['no marks', '四梁八柱是什么？'],
    ['an opening mark that is never closed', '什么是「四梁八柱'],
    ['a single straight mark', 'a 15" screen'],
    ['nothing between the marks', '「」和“”和""'],
    ['marks or white space between the marks', '「？」和“ ”'],
    ['more than anybody quotes', `「${'长'.repeat(201)}」`],
  ])('asks for nothing literally by %s', (_, question) => {
    expect(literalWords(question)).toEqual([]);
  });

  it('finds the inner and the outer words of marks in marks', () => {
    expect(literalWords('「所谓“跑分”的人」')).toEqual([foldText('所谓“跑分”的人')]);
    expect(literalWords('「跑分」洗钱」')).toEqual(['跑分']);
    expect(literalWords('「外「跑分」外」')).toEqual(['跑分']);
  });

  it('finds every quoted word of a text without marks again, folded', () => {
    const words = fc.stringMatching(/^[a-z网络安全]{1,8}$/);
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (quoted) => {
        expect(literalWords(quoted.map((one) => `前「${one}」`).join(''))).toEqual([...new Set(quoted.map(foldText))]);
      }),
    );
  });
});
