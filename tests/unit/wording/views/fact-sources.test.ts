import { describe, expect, it } from 'vitest';
import { FactSources, shortSource } from '../../../../src/wording/views/fact-sources.js';

describe('a source in short', () => {
  it.each([
    ['a note as it is', '公报 2016', '公报 2016'],
    ['the first of several places', 'one.com; two.com ; three.com', 'one.com'],
    ['an authority among them', 'one.com; CAC page www.cac.gov.cn/a; two.com', 'CAC page www.cac.gov.cn/a'],
    ['the host of an address', 'https://www.secrss.com/articles/87438', 'secrss.com'],
    ['no remark in brackets', 'a.com law page (Decree No. 53; 7 Nov 2016)', 'a.com law page'],
    ['no remark in Chinese brackets', '公报（第五期）', '公报'],
  ])('is %s', (_, note, expected) => {
    expect(shortSource(note)).toBe(expected);
  });

  it('has at most 80 characters: room for an article behind a path', () => {
    expect(shortSource('x'.repeat(80))).toBe('x'.repeat(80));
    expect(shortSource('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
  });
});

describe('the sources of a card', () => {
  it('are numbered as they come, the same place once', () => {
    const sources = new FactSources();
    expect(['a', 'b', 'a', 'b (page 3)', 'c'].map((one) => sources.mark(one))).toEqual(['¹', '²', '¹', '²', '³']);
    expect(sources.list()).toEqual(['¹ a', '² b', '³ c']);
  });

  it('have figures of several digits', () => {
    const sources = new FactSources();
    const marks = Array.from({ length: 21 }, (_, index) => sources.mark(`source ${index}`));
    expect([marks[9], marks[20]]).toEqual(['¹⁰', '²¹']);
  });
});
