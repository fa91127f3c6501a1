import type { LexicalHit } from '../lexical/lexical-index.js';
import type { VectorHit } from '../vector/vector-index.js';
import type { Reasons } from './evidence.js';
import { WORD_SHARES } from './search-mode.js';
import { explainedShare, type WordValues } from './word-values.js';

/** What `fuse` may be told. */
export interface FusionOptions {
  /** Share of the words, 0 (vectors alone) to 1 (words alone); that of the mode `both` unless told. */
  readonly wordShare?: number;
  /** The only rows that may be among the hits, found by words and vectors or not: those that hold quoted words. */
  readonly onlyRows?: ReadonlySet<number> | null;
  /** How many hits are brought; all unless told. */
  readonly limit?: number;
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
  { wordShare = WORD_SHARES.both, onlyRows = null, limit = Infinity }: FusionOptions = {},
): readonly FusedHit[] {
  const worth = values.total;
  const byWords = ranked(words);
  const byVectors = ranked(vectors);
  const farthest = vectors.at(-1)?.similarity ?? 0;
  const rows = onlyRows ?? new Set([...byWords.keys(), ...byVectors.keys()]);
  const scored = Array.from(rows, (row) => {
    const wordPart = worth > 0 ? Math.min(1, (byWords.get(row)?.hit.score ?? 0) / worth) : 0;
    const vectorPart = Math.max(0, byVectors.get(row)?.hit.similarity ?? farthest);
    return { row, score: (1 - wordShare) * vectorPart + wordShare * wordPart };
  });
  const best = scored.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, limit);
  return best.map(({ row, score }) => {
    const [word, vector] = [byWords.get(row), byVectors.get(row)];
    const terms = word?.hit.terms ?? [];
    const held = new Set(terms);
    return {
      row,
      score,
      reasons: {
        wordRank: word?.rank ?? null,
        wordScore: word?.hit.score ?? 0,
        terms,
        vectorRank: vector?.rank ?? null,
        similarity: vector?.hit.similarity ?? null,
        coverage: explainedShare(values, (term) => held.has(term)),
      },
    };
  });
}

/** Hits by their rows, each with its rank from 1. */
function ranked<Hit extends { readonly row: number }>(
  hits: readonly Hit[],
): ReadonlyMap<number, { readonly hit: Hit; readonly rank: number }> {
  return new Map(hits.map((hit, index) => [hit.row, { hit, rank: index + 1 }]));
}
