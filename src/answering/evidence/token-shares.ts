import type { TextTokens } from '../../embedding/encoder.js';
import { lengthOf, type TokenTable } from './token-table.js';

/**
 * Of a question's tokens the heaviest are looked for: as many as have this share of the whole weight together, and so many at
 * most. The rest (the, 的) finds nothing more, and each one costs a tenth of a millisecond.
 */
const LOOKED_FOR = { share: 0.85, most: 10 } as const;

interface WeighedToken {
  readonly vector: Float32Array;
  /** The length of the vector. */
  readonly weight: number;
}

/**
 * How well each of some texts says what a question says, token by token: of each token of the question the nearest one of the
 * text, weighted by the length of its vector; 0 (nothing of it, or a text without tokens) to 1 (every token of it). The late
 * interaction of Khattab and Zaharia (ColBERT, SIGIR 2020, https://doi.org/10.1145/3397271.3401075), over a table of vectors in
 * place of a transformer.
 * @param texts the tokens of each, which the table has learnt
 */
export function tokenShares(
  { ids, vectors }: TextTokens,
  texts: readonly Int32Array[],
  table: TokenTable,
): readonly number[] {
  const { dimension } = table;
  const own = Array.from(ids, (_, row) => vectors.subarray(row * dimension, (row + 1) * dimension));
  const heaviest = heaviestOf(own.map((vector) => ({ vector, weight: lengthOf(vector) })));
  const whole = heaviest.reduce((sum, { weight }) => sum + weight, 0);
  // The texts that one question finds share most of their tokens: each is compared once.
  const rows = new Map<number, number>();
  for (const text of texts)
    for (const token of text) if (!rows.has(token)) rows.set(token, rows.size * heaviest.length);
  const cosines = table.cosines(
    [...rows.keys()],
    heaviest.map(({ vector }) => vector),
  );
  return texts.map((text) => {
    const nearest = nearestOf(
      text.map((token) => rows.get(token) ?? 0),
      cosines,
      heaviest.length,
    );
    return heaviest.reduce((share, { weight }, unit) => share + (weight / whole) * Math.min(1, nearest[unit] ?? 0), 0);
  });
}

/** Of rows of `length` numbers that begin at `starts`, the largest number of each column, at least 0. */
function nearestOf(starts: Int32Array, cosines: Float32Array, length: number): Float32Array {
  const nearest = new Float32Array(length);
  for (const start of starts)
    for (let unit = 0; unit < length; unit += 1) {
      const cosine = cosines[start + unit] ?? 0;
      if (cosine > (nearest[unit] ?? 0)) nearest[unit] = cosine;
    }
  return nearest;
}

/** The heaviest tokens, as `LOOKED_FOR` says; none without any weight. */
function heaviestOf(all: readonly WeighedToken[]): readonly WeighedToken[] {
  const enough = LOOKED_FOR.share * all.reduce((sum, { weight }) => sum + weight, 0);
  const kept: WeighedToken[] = [];
  let sum = 0;
  for (const one of [...all].sort((a, b) => b.weight - a.weight)) {
    if (sum >= enough || kept.length === LOOKED_FOR.most) break;
    kept.push(one);
    sum += one.weight;
  }
  return kept;
}
