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
  const lengths = new Uint32Array(texts.length);
  const rowsOf = new Map<string, { readonly rows: number[]; readonly frequencies: number[] }>();
  let total = 0;
  for (const [row, text] of texts.entries()) {
    const tokens = tokenize(text);
    lengths[row] = tokens.length;
    for (const token of tokens) {
      let known = rowsOf.get(token);
      if (known === undefined) rowsOf.set(token, (known = { rows: [], frequencies: [] }));
      const last = known.rows.length - 1;
      if (known.rows[last] === row) {
        known.frequencies[last] = Math.min((known.frequencies[last] ?? 0) + 1, HIGHEST_FREQUENCY);
      } else {
        known.rows.push(row);
        known.frequencies.push(1);
        total += 1;
      }
    }
  }
  // The usual order of strings is that of their code units.
  const terms = [...rowsOf.keys()].sort();
  const starts = new Uint32Array(terms.length + 1);
  const rows = new Uint32Array(total);
  const frequencies = new Uint16Array(total);
  let at = 0;
  for (const [index, term] of terms.entries()) {
    const known = rowsOf.get(term);
    rows.set(known?.rows ?? [], at);
    frequencies.set(known?.frequencies ?? [], at);
    at += known?.rows.length ?? 0;
    starts[index + 1] = at;
  }
  return { count: texts.length, lengths, terms: packTerms(terms), starts, rows, frequencies };
}
