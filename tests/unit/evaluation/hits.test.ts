import { describe, expect, it } from 'vitest';
import { hitsOf, isHighlightRight } from '../../../src/evaluation/hits.js';
import { citationOf, passageOf } from '../../support/example-answers.js';

describe('hitsOf', () => {
  const expected = [
    { document: '001-1', evidence: '数据出境安全评估办法' },
    { document: '003-2', evidence: '200余所高校' },
  ];

  it('finds evidence in a passage of the document named', () => {
    expect(
      hitsOf([passageOf(1, '002', '别的'), passageOf(2, '001-1', '出台《数据出境安全评估办法》，')], expected),
    ).toEqual([{ rank: 2, answers: [0] }]);
  });

  it('does not count the same words of another document', () => {
    expect(hitsOf([passageOf(1, '004', '《数据出境安全评估办法》')], expected)).toEqual([]);
  });

  it('does not take 003 for 003-2', () => {
    expect(hitsOf([passageOf(1, '003', '200余所高校')], expected)).toEqual([]);
  });

  it('leaves white space out of the comparison, on both sides', () => {
    const spaced = [{ document: '001-1', evidence: '数据 出境安全　评估办法' }];
    expect(hitsOf([passageOf(1, '001-1', '数据出境安全评估办\n法')], spaced)).toEqual([{ rank: 1, answers: [0] }]);
  });

  it('is strict about every other character', () => {
    expect(hitsOf([passageOf(1, '003-2', '200所高校'), passageOf(2, '003-2', '２００余所高校')], expected)).toEqual([]);
  });

  it('finds evidence in a near-identical place that was merged, by the text of that place', () => {
    const place = { id: 'x', text: '已有200余所高校', citation: citationOf('003-2') };
    expect(hitsOf([passageOf(1, '001-1', '目前，已有多所高校', { alsoIn: [place] })], expected)).toEqual([
      { rank: 1, answers: [1] },
    ]);
  });

  it('names every answer that a passage holds, and every passage that holds one', () => {
    const both = [
      { document: '000', evidence: '甲' },
      { document: '000', evidence: '乙' },
    ];
    expect(hitsOf([passageOf(1, '000', '甲和乙'), passageOf(2, '000', '乙')], both)).toEqual([
      { rank: 1, answers: [0, 1] },
      { rank: 2, answers: [1] },
    ]);
  });
});

describe('isHighlightRight', () => {
  // 0123456789
  // 甲乙丙丁。戊己庚辛。
  const text = '甲乙丙丁。戊己庚辛。';

  it.each([
    { name: 'is the evidence', highlight: [0, 5], evidence: '甲乙丙丁。', right: true },
    { name: 'holds the evidence', highlight: [5, 10], evidence: '己庚', right: true },
    { name: 'lies within the evidence', highlight: [0, 2], evidence: '甲乙丙丁。戊己', right: true },
    // Evidence 丙丁。戊 (2 to 6), highlight 4 to 10: 。and 戊 are shared, 2 of 4.
    { name: 'shares half of the evidence', highlight: [4, 10], evidence: '丙丁。戊', right: true },
    // Evidence 乙丙丁。戊 (1 to 6), highlight 4 to 10: 。and 戊 are shared, 2 of 5.
    { name: 'shares less than half', highlight: [4, 10], evidence: '乙丙丁。戊', right: false },
    { name: 'ends where the evidence begins', highlight: [0, 5], evidence: '戊己庚辛。', right: false },
  ] as const)('judges a highlight that $name: $right', ({ highlight, evidence, right }) => {
    expect(isHighlightRight(text, highlight, evidence)).toBe(right);
  });

  it('counts without white space', () => {
    // Without spaces 甲乙丙丁; evidence 丙丁 is 2 to 4, highlight "丙 丁" is 3 to 6 of the text with spaces.
    expect(isHighlightRight('甲 乙丙 丁', [3, 6], '丙丁')).toBe(true);
    expect(isHighlightRight('甲 乙丙 丁', [0, 3], '丙丁')).toBe(false);
  });

  it('accepts any of several places of the same words', () => {
    expect(isHighlightRight('是。否。是。', [4, 6], '是。')).toBe(true);
  });

  it('is wrong without a highlight, and cannot tell where the text does not hold the evidence', () => {
    expect(isHighlightRight(text, null, '甲乙')).toBe(false);
    expect(isHighlightRight(text, [0, 5], '壬')).toBeNull();
  });
});
