import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatArticle,
  formatChineseNumeral,
  LARGEST_NUMERAL,
  parseChineseNumeral,
} from '../../../src/laws/chinese-numerals.js';

describe('parseChineseNumeral', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['二十一', 21],
    ['一百零八', 108],
    ['一百一十', 110],
    ['一百十', 110],
    ['二百八十六', 286],
    ['一千零三十四', 1034],
    ['一千〇三十四', 1034],
    ['一千一百九十七', 1197],
    ['九千九百九十九', 9999],
    ['两百五十三', 253],
    ['廿一', 21],
    ['一百廿一', 121],
    ['卅七', 37],
    ['卌', 40],
    ['一〇三四', 1034],
    ['二八六', 286],
    ['零', 0],
  ])('reads %s as %i', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value);
  });

  it.each([
    '',
    '百',
    '一百零',
    '零五',
    '十百',
    '二百八',
    '一千三',
    '二十十',
    '一二百',
    '一百零零八',
    '三廿',
    '21',
    '一条',
    '一二三四五',
  ])('takes %j for no numeral', (numeral) => {
    expect(parseChineseNumeral(numeral)).toBeNull();
  });

  it('reads back every number from 1 to 9999 that it writes', () => {
    for (let value = 1; value <= LARGEST_NUMERAL; value += 1)
      expect(parseChineseNumeral(formatChineseNumeral(value))).toBe(value);
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('〇零一二两十百千廿卅x')) }), (text) => {
        const value = parseChineseNumeral(text);
        expect(value === null || (Number.isInteger(value) && value >= 0 && value <= LARGEST_NUMERAL)).toBe(true);
      }),
    );
  });
});

describe('formatChineseNumeral and formatArticle', () => {
  it.each([
    [10, '十'],
    [19, '十九'],
    [100, '一百'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [2000, '二千'],
  ])('writes %i as %s', (value, numeral) => {
    expect(formatChineseNumeral(value)).toBe(numeral);
  });

  it.each([0, -1, 1.5, 10_000, Number.NaN])('refuses %d', (value) => {
    expect(() => formatChineseNumeral(value)).toThrow(RangeError);
  });

  it('writes the 之 of an inserted article', () => {
    expect(formatArticle('286-1')).toBe('第二百八十六条之一');
    expect(formatArticle('21')).toBe('第二十一条');
  });
});
