import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeliestSpelling } from '../../../src/lexical/likeliest-spelling.js';

const spell = (spellings: readonly string[], pairs: Readonly<Record<string, number>>): string =>
  likeliestSpelling(
    spellings.map((characters) => Array.from(characters)),
    (pair) => pairs[pair] ?? 0,
  );

describe('likeliestSpelling', () => {
  it('changes a character for a pair that is worth more than 0.8', () => {
    expect(spell(['罚', '宽款'], { 罚款: 1 })).toBe('罚款');
    expect(spell(['罚', '宽款'], { 罚款: 0.7 })).toBe('罚宽');
  });

  it('leaves what is worth as much as it stands', () => {
    // 网站 is worth 1 as written, 网战 1 less the change.
    expect(spell(['网', '站战'], { 网站: 1, 网战: 1 })).toBe('网站');
    // One pair is lost, one gained.
    expect(spell(['平', '安按', '全'], { 安全: 1, 平按: 1.05 })).toBe('平安全');
  });

  it('changes neighbours together where their pairs pay for both', () => {
    // 捉谣 1 + 谣记 1 - 2 x 0.8 = 0.4; 捉谣 alone 0.2.
    expect(spell(['捉', '遥谣', '计记'], { 捉谣: 1, 谣记: 1 })).toBe('捉谣记');
  });

  it('takes the spelling that is worth most, the first of equals', () => {
    expect(spell(['国', '嘉家加'], { 国家: 1.1, 国加: 1 })).toBe('国家');
    expect(spell(['国', '嘉家加'], { 国家: 1, 国加: 1 })).toBe('国家');
  });

  it('is as good as the best of all spellings', () => {
    const letters = fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 5 }),
        fc.dictionary(fc.stringMatching(/^[甲乙丙丁]{2}$/u), fc.integer({ min: 0, max: 3 })),
        (spellings, pairs) => {
          const scoreOf = (text: string): number => {
            let score = 0;
            for (const [at, character] of Array.from(text).entries()) {
              if (character !== spellings[at]?.[0]) score -= 0.8;
              score += pairs[text.slice(at, at + 2)] ?? 0;
            }
            return score;
          };
          const all = spellings.reduce<string[]>(
            (texts, next) => texts.flatMap((text) => next.map((one) => text + one)),
            [''],
          );
          const found = likeliestSpelling(spellings, (pair) => pairs[pair] ?? 0);
          expect(all).toContain(found);
          expect(scoreOf(found)).toBeCloseTo(Math.max(...all.map(scoreOf)), 9);
        },
      ),
    );
  });
});
