import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForScan, originalSpan } from '../../../src/laws/scan-text.js';

describe('foldForScan', () => {
  it.each([
    ['《網絡安全法》第２１條', '《网络安全法》第21条'],
    ['〈网络安全法〉', '《网络安全法》'],
    ['“宽带中国”战略（试行）', '"宽带中国"战略(试行)'],
    ['第 21 条\n第 二 款', '第21条第二款'],
    ['Article  21\nof the PIPL', 'article 21 of the pipl'],
    ['法\n\n第三条', '法\n第三条'],
    ['法\r\n \r\n第三条', '法\n第三条'],
  ])('folds %j to %j', (original, folded) => {
    expect(foldForScan(original).text).toBe(folded);
  });

  it('knows where every unit came from', () => {
    const scan = foldForScan('甲 《網 法》');
    const start = scan.text.indexOf('网');
    expect(originalSpan(scan, start, start + 2)).toEqual([3, 6]);
  });

  it('pairs the marks of titles, one inside another, and none over a blank line', () => {
    expect([...foldForScan('《甲〈乙〉丙》').titleEnds]).toEqual([
      [2, 4],
      [0, 6],
    ]);
    expect(foldForScan('《甲\n\n乙》').titleEnds.size).toBe(0);
    expect(foldForScan('《》').titleEnds.size).toBe(0);
  });

  it('has a place for every unit, never falling, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, starts, ends } = foldForScan(original);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        for (let unit = 0; unit < text.length; unit += 1) {
          expect(starts[unit] ?? 0).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
          expect(ends[unit] ?? 0).toBeGreaterThan(starts[unit] ?? 0);
          expect(ends[unit] ?? 0).toBeLessThanOrEqual(original.length);
        }
      }),
    );
  });
});
