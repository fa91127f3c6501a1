import { describe, expect, it } from 'vitest';
import { bigramSimilarity } from '../../../../src/laws/names/near-names.js';

describe('bigramSimilarity', () => {
  it('is twice the shared pairs over all pairs', () => {
    // ab bc cd against ab bx: one pair shared of five.
    expect(bigramSimilarity('abcd', 'abx')).toBeCloseTo(2 / 5);
    // aa aa against aa: a pair counts as often as both have it.
    expect(bigramSimilarity('aaa', 'aa')).toBeCloseTo(2 / 3);
  });

  it('is 1 for equal and 0 for wholly different strings, empty and single characters included', () => {
    expect(bigramSimilarity('网络安全法', '网络安全法')).toBe(1);
    expect(bigramSimilarity('网络', '数据')).toBe(0);
    expect(bigramSimilarity('', '')).toBe(1);
    expect(bigramSimilarity('法', '律')).toBe(0);
  });
});
