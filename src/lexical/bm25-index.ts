import { bestRows } from './best-rows.js';
import {
  DEFAULT_BM25_PARAMETERS,
  inverseDocumentFrequency,
  lengthNorm,
  termSaturation,
  type Bm25Parameters,
} from './bm25.js';
import type { LexicalHit, LexicalIndex, RowMask, WeightedTerm } from './lexical-index.js';
import type { Postings } from './postings.js';
import { findTerm } from './term-table.js';

/** Some rows of an index, with their place in the whole. */
export interface LexicalPart {
  readonly postings: Postings;
  /** The row in the whole index of each row of the part, or -1 where it is dead. No two live rows share one. */
  readonly globalRow: Int32Array;
}

/** A part with what is worked out once for every search. */
interface ReadyPart extends LexicalPart {
  readonly hasDeadRows: boolean;
  /** `lengthNorm` of each of its rows. */
  readonly norms: Float64Array;
}

/** The postings of one term in one part: [start, end) of its `rows` and `frequencies`. */
interface Slice {
  readonly part: ReadyPart;
  readonly start: number;
  readonly end: number;
}

/**
 * BM25 over several parts as if they were one: statistics count live rows only, so an index grown in steps scores as one
 * built from nothing. A search takes O(postings of its terms) and no memory but for its hits.
 */
export class Bm25Index implements LexicalIndex {
  readonly count: number;
  readonly #parts: readonly ReadyPart[];
  readonly #parameters: Bm25Parameters;
  readonly #live: number;
  /** For each row its part, by place, and its row there. */
  readonly #partOf: Uint32Array;
  readonly #localRow: Uint32Array;
  /** Scores of the search that is going on, all 0 between searches, and the rows that it found: no memory is asked for. */
  readonly #scores: Float64Array;
  readonly #found: Uint32Array;

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
    this.#partOf = new Uint32Array(count);
    this.#localRow = new Uint32Array(count);
    for (const [place, { postings, globalRow }] of parts.entries()) {
      if (globalRow.length !== postings.count)
        throw new RangeError(`${globalRow.length} places for ${postings.count} rows of postings`);
      for (const [local, row] of globalRow.entries()) {
        if (row < -1 || row >= count) throw new RangeError(`row ${row} is outside of an index of ${count}`);
        if (row < 0) continue;
        live += 1;
        tokens += postings.lengths[local] ?? 0;
        this.#partOf[row] = place;
        this.#localRow[row] = local;
      }
    }
    const average = live === 0 || tokens === 0 ? 1 : tokens / live;
    this.count = count;
    this.#parts = parts.map((part) => ({
      ...part,
      hasDeadRows: part.globalRow.includes(-1),
      norms: Float64Array.from(part.postings.lengths, (length) => lengthNorm(length, average, parameters)),
    }));
    this.#parameters = parameters;
    this.#live = live;
    this.#scores = new Float64Array(count);
    this.#found = new Uint32Array(count);
  }

  idf(term: string): number {
    // Asked for thousands of terms by some questions: no lists are made.
    let holding = 0;
    for (const part of this.#parts) {
      const { starts, terms } = part.postings;
      const index = findTerm(terms, term);
      if (index >= 0) holding += liveBetween(part, starts[index] ?? 0, starts[index + 1] ?? 0);
    }
    return inverseDocumentFrequency(this.#live, holding);
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

  rowsWithAll(terms: readonly string[]): readonly number[] {
    const all = terms.map((term) => this.#postingsOf(term));
    const [fewest, ...others] = all.sort((one, other) => sizeOf(one) - sizeOf(other));
    const rows: number[] = [];
    for (const { part, start, end } of fewest ?? [])
      for (let at = start; at < end; at += 1) {
        const local = part.postings.rows[at] ?? 0;
        const row = part.globalRow[local] ?? -1;
        if (row >= 0 && others.every((slices) => holds(slices, part, local))) rows.push(row);
      }
    return rows.sort((one, other) => one - other);
  }

  #search(terms: readonly WeightedTerm[], limit: number, mask: RowMask): readonly LexicalHit[] {
    const scores = this.#scores;
    const { k1 } = this.#parameters;
    const found = this.#found;
    let foundCount = 0;
    const usable = terms
      .filter(({ weight }) => weight > 0)
      .map(({ term, weight }) => ({ term, weight, slices: this.#postingsOf(term) }));
    for (const { weight, slices } of usable) {
      const factor = weight * this.#idfOf(slices);
      for (const { part, start, end } of slices) {
        const { globalRow, norms, postings } = part;
        const { rows, frequencies } = postings;
        for (let at = start; at < end; at += 1) {
          const local = rows[at] ?? 0;
          const row = globalRow[local] ?? -1;
          if (row < 0 || (mask !== null && mask[row] !== 1)) continue;
          const before = scores[row] ?? 0;
          if (before === 0) {
            found[foundCount] = row;
            foundCount += 1;
          }
          scores[row] = before + factor * termSaturation(frequencies[at] ?? 0, norms[local] ?? 0, k1);
        }
      }
    }
    const foundRows = found.subarray(0, foundCount);
    const hits = bestRows(foundRows, scores, limit).map((row) => {
      const part = this.#parts[this.#partOf[row] ?? 0];
      const local = this.#localRow[row] ?? 0;
      const held = usable.filter(({ slices }) => part !== undefined && holds(slices, part, local));
      return { row, score: scores[row] ?? 0, terms: [...new Set(held.map(({ term }) => term))] };
    });
    for (const row of foundRows) scores[row] = 0;
    return hits;
  }

  #idfOf(slices: readonly Slice[]): number {
    const holding = slices.reduce((sum, { part, start, end }) => sum + liveBetween(part, start, end), 0);
    return inverseDocumentFrequency(this.#live, holding);
  }

  #postingsOf(term: string): readonly Slice[] {
    const slices: Slice[] = [];
    for (const part of this.#parts) {
      const index = findTerm(part.postings.terms, term);
      if (index < 0) continue;
      slices.push({ part, start: part.postings.starts[index] ?? 0, end: part.postings.starts[index + 1] ?? 0 });
    }
    return slices;
  }
}

/** How many of the postings [start, end) of a part are of live rows. */
function liveBetween({ globalRow, hasDeadRows, postings }: ReadyPart, start: number, end: number): number {
  if (!hasDeadRows) return end - start;
  let live = 0;
  for (let at = start; at < end; at += 1) if ((globalRow[postings.rows[at] ?? 0] ?? -1) >= 0) live += 1;
  return live;
}

function sizeOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Whether a term, given by its slices, stands in a row of a part; by bisection, since rows ascend. */
function holds(slices: readonly Slice[], part: LexicalPart, local: number): boolean {
  for (const slice of slices) {
    if (slice.part !== part) continue;
    const { rows } = part.postings;
    let [low, high] = [slice.start, slice.end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle] ?? 0) < local) low = middle + 1;
      else high = middle;
    }
    return low < slice.end && rows[low] === local;
  }
  return false;
}
