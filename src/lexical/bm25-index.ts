import { bestRows } from './best-rows.js';
import { DEFAULT_BM25_PARAMETERS, inverseDocumentFrequency, termSaturation, type Bm25Parameters } from './bm25.js';
import type { LexicalHit, LexicalIndex, RowMask, WeightedTerm } from './lexical-index.js';
import type { Postings } from './postings.js';
import { findTerm } from './term-table.js';

/** Some rows of an index, with their place in the whole. */
export interface LexicalPart {
  readonly postings: Postings;
  /** The row in the whole index of each row of the part, or -1 where it is dead. No two live rows share one. */
  readonly globalRow: Int32Array;
}

/**
 * BM25 over several parts as if they were one: statistics count live rows only, so an index grown in steps scores as one
 * built from nothing.
 */
export class Bm25Index implements LexicalIndex {
  readonly count: number;
  readonly #parts: readonly LexicalPart[];
  readonly #parameters: Bm25Parameters;
  readonly #live: number;
  readonly #averageLength: number;

  /**
   * @param count rows of the whole index: every live global row is below it
   * @throws RangeError where a part names a row outside, has another number of rows than its postings, or a parameter is out of range
   */
  constructor(parts: readonly LexicalPart[], count: number, parameters: Bm25Parameters = DEFAULT_BM25_PARAMETERS) {
    const { k1, b } = parameters;
    if (!(k1 >= 0 && k1 <= 10 && b >= 0 && b <= 1))
      throw new RangeError(`BM25 needs k1 in 0..10, b in 0..1: ${k1}, ${b}`);
    let live = 0;
    let tokens = 0;
    for (const { postings, globalRow } of parts) {
      if (globalRow.length !== postings.count)
        throw new RangeError(`${globalRow.length} places for ${postings.count} rows of postings`);
      for (const [local, row] of globalRow.entries()) {
        if (row < -1 || row >= count) throw new RangeError(`row ${row} is outside of an index of ${count}`);
        if (row < 0) continue;
        live += 1;
        tokens += postings.lengths[local] ?? 0;
      }
    }
    this.count = count;
    this.#parts = parts;
    this.#parameters = parameters;
    this.#live = live;
    this.#averageLength = live === 0 || tokens === 0 ? 1 : tokens / live;
  }

  idf(term: string): number {
    return this.#idfOf(this.#postingsOf(term));
  }

  search(
    terms: readonly WeightedTerm[],
    limit: number,
    rows: RowMask,
    signal?: AbortSignal,
  ): Promise<readonly LexicalHit[]> {
    return new Promise((resolve) => {
      signal?.throwIfAborted();
      resolve(this.#search(terms, limit, rows));
    });
  }

  #search(terms: readonly WeightedTerm[], limit: number, mask: RowMask): readonly LexicalHit[] {
    const scores = new Float64Array(this.count);
    const found: number[] = [];
    const usable = terms
      .filter(({ weight }) => weight > 0)
      .map(({ term, weight }) => ({ term, weight, slices: this.#postingsOf(term) }));
    for (const { weight, slices } of usable) {
      const factor = weight * this.#idfOf(slices);
      for (const { part, start, end } of slices)
        for (let at = start; at < end; at += 1) {
          const local = part.postings.rows[at] ?? 0;
          const row = part.globalRow[local] ?? -1;
          if (row < 0 || (mask !== null && mask[row] !== 1)) continue;
          const before = scores[row] ?? 0;
          if (before === 0) found.push(row);
          const frequency = part.postings.frequencies[at] ?? 0;
          const length = part.postings.lengths[local] ?? 0;
          scores[row] = before + factor * termSaturation(frequency, length, this.#averageLength, this.#parameters);
        }
    }
    const best = bestRows(found, scores, limit);
    const held = new Map(best.map((row) => [row, new Set<string>()]));
    for (const { term, slices } of usable)
      for (const { part, start, end } of slices)
        for (let at = start; at < end; at += 1) held.get(part.globalRow[part.postings.rows[at] ?? 0] ?? -1)?.add(term);
    return best.map((row) => ({ row, score: scores[row] ?? 0, terms: [...(held.get(row) ?? [])] }));
  }

  #idfOf(slices: readonly Slice[]): number {
    let holding = 0;
    for (const { part, start, end } of slices)
      for (let at = start; at < end; at += 1)
        if ((part.globalRow[part.postings.rows[at] ?? 0] ?? -1) >= 0) holding += 1;
    return inverseDocumentFrequency(this.#live, holding);
  }

  #postingsOf(term: string): readonly Slice[] {
    return this.#parts.flatMap((part) => {
      const index = findTerm(part.postings.terms, term);
      if (index < 0) return [];
      return [{ part, start: part.postings.starts[index] ?? 0, end: part.postings.starts[index + 1] ?? 0 }];
    });
  }
}

/** The postings of one term in one part: [start, end) of its `rows` and `frequencies`. */
interface Slice {
  readonly part: LexicalPart;
  readonly start: number;
  readonly end: number;
}
