import { GrowingNumbers } from './growing-numbers.js';
import { packTerms, type TermTable } from './term-table.js';
import { tokenize } from './tokenize.js';

/** Which rows hold which term how often. Immutable; rows count from 0 in the order in which texts were given. */
export interface Postings {
  /** Number of rows. */
  readonly count: number;
  /** Tokens in each row, repeated ones counted each time. */
  readonly lengths: Uint32Array;
  readonly terms: TermTable;
  /** Where the postings of each term begin in `rows` and `frequencies`; one more entry for the end. */
  readonly starts: Uint32Array;
  /** The rows of each term, ascending. */
  readonly rows: Uint32Array;
  /** How often the row holds the term, 1 to 65,535 (more count as that many). */
  readonly frequencies: Uint16Array;
}

const HIGHEST_FREQUENCY = 0xffff;

/** Tokenizes texts, one a row. */
export function buildPostings(texts: readonly string[]): Postings {
  const builder = new PostingsBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

/**
 * Collects postings text by text: six bytes a posting, whatever their number of terms, and O(tokens) in all. `finish`
 * puts them into the order of terms by counting, since rows come in ascending order already.
 */
export class PostingsBuilder {
  /** Number of each term, in the order in which terms were first seen. */
  readonly #numbers = new Map<string, number>();
  /** For each term how many postings it has, and which was the last of them. */
  readonly #counts = new GrowingNumbers((length) => new Uint32Array(length));
  readonly #lastPosting = new GrowingNumbers((length) => new Uint32Array(length));
  /** For each posting, in the order of rows, its term and its frequency. */
  readonly #terms = new GrowingNumbers((length) => new Uint32Array(length));
  readonly #frequencies = new GrowingNumbers((length) => new Uint16Array(length));
  /** For each row its tokens, and where its postings end. */
  readonly #lengths = new GrowingNumbers((length) => new Uint32Array(length));
  readonly #ends = new GrowingNumbers((length) => new Uint32Array(length));

  /** Adds the next row. */
  add(text: string): void {
    const tokens = tokenize(text);
    const first = this.#terms.length;
    for (const token of tokens) {
      const term = this.#numberOf(token);
      const last = this.#lastPosting.at(term);
      if (this.#counts.at(term) > 0 && last >= first)
        this.#frequencies.set(last, Math.min(this.#frequencies.at(last) + 1, HIGHEST_FREQUENCY));
      else {
        this.#counts.set(term, this.#counts.at(term) + 1);
        this.#lastPosting.set(term, this.#terms.length);
        this.#terms.push(term);
        this.#frequencies.push(1);
      }
    }
    this.#lengths.push(tokens.length);
    this.#ends.push(this.#terms.length);
  }

  /** The postings of all rows that were added. */
  finish(): Postings {
    // The usual order of strings is that of their code units.
    const sorted = [...this.#numbers.keys()].sort();
    const starts = new Uint32Array(sorted.length + 1);
    /** For each term, by its number, where its next posting goes. */
    const next = new Uint32Array(sorted.length);
    for (const [place, term] of sorted.entries()) {
      const number = this.#numbers.get(term) ?? 0;
      next[number] = starts[place] ?? 0;
      starts[place + 1] = (starts[place] ?? 0) + this.#counts.at(number);
    }
    const rows = new Uint32Array(this.#terms.length);
    const frequencies = new Uint16Array(this.#terms.length);
    const count = this.#ends.length;
    const lengths = new Uint32Array(count);
    for (let row = 0, at = 0; row < count; row += 1) {
      lengths[row] = this.#lengths.at(row);
      for (; at < this.#ends.at(row); at += 1) {
        const number = this.#terms.at(at);
        const place = next[number] ?? 0;
        next[number] = place + 1;
        rows[place] = row;
        frequencies[place] = this.#frequencies.at(at);
      }
    }
    return { count, lengths, terms: packTerms(sorted), starts, rows, frequencies };
  }

  #numberOf(token: string): number {
    const known = this.#numbers.get(token);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(token, number);
    this.#counts.push(0);
    this.#lastPosting.push(0);
    return number;
  }
}
