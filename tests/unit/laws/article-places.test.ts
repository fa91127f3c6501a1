import { describe, expect, it } from 'vitest';
import { holdsPlace, placesOf } from '../../../src/laws/article-places.js';
import { passagesOfLaw } from '../../support/law-texts.js';

const law = (body: string): string => `# 测试规则\n\n2020年1月2日 公布\n\n<!-- INFO END -->\n\n${body}\n`;
const long = (text: string): string => `${text.padEnd(299, '文')}。`;

/** Places as `款: 项 项`. */
function placesIn(body: string): readonly string[] {
  return [...placesOf(passagesOfLaw(law(body)))].map(([paragraph, items]) => `${paragraph}: ${[...items].join(' ')}`);
}

const SHORT = '第一条 下列行为：\n\n（一）甲；\n\n（二）乙。\n\n前款行为。\n\n（一）丙。';

describe('placesOf', () => {
  it('counts 款 and 项 of an article that is one passage', () => {
    expect(placesIn(SHORT)).toEqual(['1: 1 2', '2: 1']);
  });

  it('counts them in one that was cut', () => {
    expect(placesIn(`第一条 ${long('甲')}\n\n${long('乙')}\n\n（一）丙；\n\n${long('（二）')}\n\n丁。`)).toEqual([
      '1: ',
      '2: 1 2',
      '3: ',
    ]);
  });

  it('counts one 款 in an article of one that was cut at its 项', () => {
    expect(placesIn(`第一条 下列：\n\n${long('（一）')}\n\n${long('（二）')}`)).toEqual(['1: 1 2']);
  });
});

describe('holdsPlace', () => {
  const places = placesOf(passagesOfLaw(law(SHORT)));

  it.each([
    [true, null, null],
    [true, 2, null],
    [false, 3, null],
    [true, 1, 2],
    [false, 2, 2],
    [true, null, 2],
    [false, null, 3],
  ])('says %s of 款 %s 项 %s', (expected, paragraph, item) => {
    expect(holdsPlace(places, { article: '1', paragraph, item, subitem: null })).toBe(expected);
  });
});
