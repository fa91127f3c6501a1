import type { LexicalHit } from '../lexical/lexical-index.js';
import type { VectorHit } from '../vector/vector-index.js';
import type { Reasons } from './evidence.js';
import { WORD_SHARES } from './search-mode.js';
import { explainedShare, type WordValues } from './word-values.js';

/** What `fuse` may be told. */
export interface FusionOptions {
  /** Share of the words, 0 (vectors alone) to 1 (words alone); that of the mode `both` unless told. */
  readonly wordShare?: number;
  /** Rows that must be among the hits, found by words and vectors or not: those that hold quoted words. */
  readonly alsoRows?: readonly number[];
}

export interface FusedHit {
  readonly row: number;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: Reasons;
}

/**
 * Puts the hits of words and vectors into one order, best first; equal scores by ascending row.
 *
 *   score = (1 - wordShare) x max(0, cosine) + wordShare x min(1, BM25 / worth)
 *
 * `worth` is the value of all words of the question, also of those that no passage holds: BM25 gives a passage about the
 * value of each term that it holds once. So words count by the share of the question that they
 * explain. An English question whose only match in Chinese text is a chance `App` or `5G` gets next to nothing from it,
 * one that names a number or an exact title gets much. A row that the vectors did not return counts as their last.
 */
export function fuse(
  words: readonly LexicalHit[],
  vectors: readonly VectorHit[],
  values: WordValues,
  { wordShare = WORD_SHARES.both, alsoRows = [] }: FusionOptions = {},
): readonly FusedHit[] {
  const worth = values.total;
  const byWords = new Map(words.map((hit, index) => [hit.row, { ...hit, rank: index + 1 }]));
  const byVectors = new Map(vectors.map((hit, index) => [hit.row, { ...hit, rank: index + 1 }]));
  const farthest = vectors.at(-1)?.similarity ?? 0;
  const rows = [...new Set([...byWords.keys(), ...byVectors.keys(), ...alsoRows])];
  return rows
    .map((row): FusedHit => {
      const word = byWords.get(row);
      const vector = byVectors.get(row);
      const held = word === undefined ? null : new Set(word.terms);
      const wordPart = worth > 0 ? Math.min(1, (word?.score ?? 0) / worth) : 0;
      const vectorPart = Math.max(0, vector?.similarity ?? farthest);
      return {
        row,
        score: (1 - wordShare) * vectorPart + wordShare * wordPart,
        reasons: {
          wordRank: word?.rank ?? null,
          wordScore: word?.score ?? 0,
          terms: word?.terms ?? [],
          vectorRank: vector?.rank ?? null,
          similarity: vector?.similarity ?? null,
          coverage: held === null ? 0 : explainedShare(values, (term) => held.has(term)),
        },
      };
    })
    .sort((a, b) => b.score - a.score || a.row - b.row);
}
