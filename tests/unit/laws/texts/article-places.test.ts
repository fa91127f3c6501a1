import { describe, expect, it } from 'vitest';
import { holdsPlace, placesOf } from '../../../../src/laws/texts/article-places.js';
import { passagesOfLaw } from '../../../support/law-texts.js';

const law = (body: string): string => `# 测试规则\n\n2020年1月2日 公布\n\n<!-- INFO END -->\n\n${body}\n`;
const long = (text: string): string => `${text.padEnd(299, '文')}。`;

/** Places as `款: 项 项`. */
function placesIn(body: string): readonly string[] {
  return [...placesOf(passagesOfLaw(law(body)))].map(
    ([paragraph, items]) => `${paragraph}: ${[...items.keys()].join(' ')}`,
  );
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

it('counts every 款 of an article that was cut, those that stayed together before 但 too', () => {
  const body = `第一条 ${long('甲')}\n\n${'乙'.repeat(149)}。\n\n${'但丙'.repeat(60)}。\n\n${long('丁')}`;
  expect(placesIn(body)).toEqual(['1: ', '2: ', '3: ', '4: ']);
});

it('counts one 款 where that was cut between its sentences', () => {
  expect(placesIn(`第一条 ${long('甲')}${long('乙')}${long('丙')}\n\n丁。`)).toEqual(['1: ', '2: ']);
});

it('counts one 款 where its lines are broken by the width of the page', () => {
  expect(placesIn('第一条 甲甲甲甲甲甲，\n乙乙乙乙。\n\n丙丙丙丙丙丙\n丁丁丁。')).toEqual(['1: ', '2: ']);
});

it('counts each of two articles with one number by itself', () => {
  expect(placesIn('第一条 甲。\n\n乙。\n\n第一条 丙：\n\n（一）丁。')).toEqual(['1: 1', '2: ']);
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

describe('the 目 of a 项', () => {
  const places = placesOf(
    passagesOfLaw(
      law('第一条 下列行为：\n\n（一）甲：\n\n1.子；\n\n2．丑，不低于1.5米；\n\n（二）乙：①寅；②卯；\n\n（三）丙。'),
    ),
  );

  it.each([
    [true, 1, 1],
    [true, 1, 2],
    [false, 1, 3],
    [false, 1, 5],
    [true, 2, 2],
    [false, 2, 3],
    [false, 3, 1],
  ])('is said to be there or not: %s of 项 %s 目 %s', (expected, item, subitem) => {
    expect(holdsPlace(places, { article: '1', paragraph: 1, item, subitem })).toBe(expected);
    expect(holdsPlace(places, { article: '1', paragraph: null, item, subitem })).toBe(expected);
  });

  it('is found in a 项 that is a passage of its own', () => {
    const cut = placesOf(
      passagesOfLaw(law(`第一条 下列：\n\n${long('（一）')}\n\n${long('（二）')}\n\n1.子；\n\n2.丑。`)),
    );
    expect(holdsPlace(cut, { article: '1', paragraph: null, item: 2, subitem: 2 })).toBe(true);
    expect(holdsPlace(cut, { article: '1', paragraph: null, item: 1, subitem: 2 })).toBe(false);
  });
});
