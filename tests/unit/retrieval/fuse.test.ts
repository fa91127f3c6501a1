import { describe, expect, it } from 'vitest';
import type { LexicalHit } from '../../../src/lexical/lexical-index.js';
import { fuse } from '../../../src/retrieval/fuse.js';
import { wordValues, type WordValues } from '../../../src/retrieval/word-values.js';

const half = { wordShare: 0.5 };
const everything = (): boolean => true;

/** A question of words that are worth what is told. */
function question(worth: Readonly<Record<string, number>>): WordValues {
  const groups = Object.keys(worth).map((term) => [{ term, weight: 1 }]);
  return wordValues(groups, new Map(Object.entries(worth)), everything);
}

const hit = (row: number, score: number, ...terms: string[]): LexicalHit => ({ row, score, terms });

describe('fuse', () => {
  it('adds the share of the words that are explained and the cosine, each with its weight', () => {
    // The question is worth 3 + 1 = 4. Row 7: (1 - 1/4) x 0.6 + 1/4 x 3/4 = 0.45 + 0.1875.
    const [first] = fuse([hit(7, 3, '网络')], [{ row: 7, similarity: 0.6 }], question({ 网络: 3, 安全: 1 }), {
      wordShare: 0.25,
    });
    expect(first?.score).toBeCloseTo(0.6375, 12);
    expect(first?.reasons).toEqual({
      wordRank: 1,
      wordScore: 3,
      terms: ['网络'],
      vectorRank: 1,
      similarity: 0.6,
      coverage: 0.75,
    });
  });

  it('counts words as explained once, however high BM25 rises, and a cosine below 0 as 0', () => {
    const fused = fuse([hit(1, 9, '网络')], [{ row: 1, similarity: -0.4 }], question({ 网络: 3 }), half);
    expect(fused[0]?.score).toBe(0.5);
  });

  it('takes a row that vectors did not return for as near as their last, and one that words did not find for 0', () => {
    const words = [hit(1, 2, '网络')];
    const vectors = [
      { row: 2, similarity: 0.8 },
      { row: 3, similarity: 0.2 },
    ];
    // Row 1: 0.5 x 0.2 + 0.5 x 2/4; row 2: 0.5 x 0.8; row 3: 0.5 x 0.2.
    const fused = fuse(words, vectors, question({ 网络: 2, 安全: 2 }), half);
    expect(fused.map(({ row }) => row)).toEqual([2, 1, 3]);
    expect(fused.map(({ score }) => score)).toEqual([0.4, expect.closeTo(0.35, 12), 0.1]);
    expect(fused[1]?.reasons).toMatchObject({ vectorRank: null, similarity: null, wordRank: 1 });
    expect(fused[0]?.reasons).toMatchObject({ wordRank: null, wordScore: 0, terms: [], coverage: 0, vectorRank: 1 });
  });

  it('orders equal scores by row', () => {
    const vectors = [9, 4, 6].map((row) => ({ row, similarity: 0.5 }));
    expect(fuse([], vectors, question({ 网络: 1 })).map(({ row }) => row)).toEqual([4, 6, 9]);
  });

  it('goes by vectors alone where no word is worth anything, and finds nothing in nothing', () => {
    const fused = fuse([hit(1, 0)], [{ row: 1, similarity: 0.5 }], question({}), half);
    expect(fused[0]?.score).toBe(0.25);
    expect(fuse([], [], question({}))).toEqual([]);
  });

  it('brings the rows alone that it is told to bring, though neither side found them', () => {
    const vectors = [1, 2].map((row) => ({ row, similarity: 0.5 }));
    const fused = fuse([], vectors, question({ 网络: 1 }), { onlyRows: new Set([8, 1]) });
    expect(fused.map(({ row }) => row)).toEqual([1, 8]);
    expect(fused[1]?.reasons).toMatchObject({ wordRank: null, vectorRank: null, similarity: null });
  });

  it('brings no more than it is asked for, the best ones', () => {
    const vectors = [9, 4, 6].map((row) => ({ row, similarity: 0.5 }));
    expect(fuse([], vectors, question({ 网络: 1 }), { limit: 2 }).map(({ row }) => row)).toEqual([4, 6]);
  });

  it('does not lift a passage that holds one chance word of a long English question', () => {
    // Five words, each worth 5, that no Chinese passage holds; `5g` is worth 3. The subject is near in meaning only.
    const english = question({ breakthrough: 5, semiconductor: 5, nation: 5, announced: 5, spring: 5, '5g': 3 });
    const vectors = [
      { row: 1, similarity: 0.5 },
      { row: 2, similarity: 0.2 },
    ];
    expect(fuse([hit(2, 3, '5g')], vectors, english).map(({ row }) => row)).toEqual([1, 2]);
  });

  it('does not bury the only passage that holds what a short question names', () => {
    const vectors = [
      { row: 1, similarity: 0.3 },
      { row: 2, similarity: 0.2 },
    ];
    expect(fuse([hit(2, 5, 'goip')], vectors, question({ goip: 5 })).map(({ row }) => row)).toEqual([2, 1]);
  });
});
