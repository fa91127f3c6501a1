import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../../src/cli/terminal/printable.js';
import { padToWidth, textWidth } from '../../../../src/cli/terminal/text-width.js';
import { wrapText } from '../../../../src/cli/terminal/wrap-text.js';

const lines = (text: string, width: number) => wrapText(text, width).map(([start, end]) => text.slice(start, end));

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['网络', 4],
    ['（推定）', 8],
    ['ＡＢ', 4],
    ['“…”', 3],
    ['e\u0301', 1],
    ['😀', 2],
    ['한국', 4],
    ['𠀀', 2],
    ['', 0],
  ])('of %s is %i columns', (text, columns) => {
    expect(textWidth(text)).toBe(columns);
  });

  it('pads by columns, not by characters', () => {
    expect(padToWidth('网', 4)).toBe('网  ');
    expect(padToWidth('网络安全', 4)).toBe('网络安全');
  });
});

describe('wrapText', () => {
  it('breaks Chinese anywhere between characters', () => {
    expect(lines('网络安全为人民', 6)).toEqual(['网络安', '全为人', '民']);
  });

  it('breaks English at spaces only, and drops the space', () => {
    expect(lines('words that match here', 10)).toEqual(['words that', 'match here']);
  });

  it('begins no line with a stop or closing mark and ends none with an opening one', () => {
    expect(lines('网络安全，靠人民', 8)).toEqual(['网络安', '全，靠人', '民']);
    expect(lines('甲乙丙《丁》', 8)).toEqual(['甲乙丙', '《丁》']);
  });

  it('cuts what has no place to break where the line is full', () => {
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('has no line for nothing, and no width below a Chinese character', () => {
    expect(lines('  ', 10)).toEqual([]);
    expect(() => wrapText('网', 1)).toThrow(RangeError);
  });

  it('loses nothing but white space between lines, and is never wider than told, for any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('网', '络', '，', '《', '》', 'a', 'b', ' ', '“', '。', '5'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (given, width) => {
        const spans = wrapText(given, width);
        const joined = spans.map(([start, end]) => given.slice(start, end)).join('');
        expect(joined.replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
        for (const [start, end] of spans) expect(textWidth(given.slice(start, end))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('printable', () => {
  it('lets no text move the cursor, and keeps every place where it is', () => {
    expect(printable('a\u001B[2Jb\nc\u0007')).toBe('a\uFFFD[2Jb c\uFFFD');
  });
});
