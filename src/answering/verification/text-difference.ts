import type { Difference } from './verification.js';

/** The stretch of a text that is nearest to a quotation, with the steps between them. */
export interface NearestStretch {
  /** Where the stretch stands in the text, in its units. */
  readonly start: number;
  readonly end: number;
  /** Least number of units to add, leave out or (as both) replace. */
  readonly distance: number;
  /** Units of the text against units of the quotation, in order: each step one unit. */
  readonly steps: readonly AlignmentStep[];
}

export interface AlignmentStep {
  readonly kind: Difference['kind'];
  /** Position in the text (of the next unit, for `added`) and in the quotation (of the next, for `missing`). */
  readonly text: number;
  readonly quotation: number;
}

/**
 * The stretch of `text` with the least edit distance (insertions and deletions) to `quotation`: Sellers' algorithm, the
 * longest common subsequence with free ends in the text. Time and memory grow with the product of the lengths, so
 * callers bound both. Of equally near stretches the first one that ends.
 */
export function nearestStretch(quotation: string, text: string): NearestStretch {
  const [rows, columns] = [quotation.length + 1, text.length + 1];
  const cost = new Uint16Array(rows * columns);
  for (let row = 1; row < rows; row += 1) {
    cost[row * columns] = row;
    for (let column = 1; column < columns; column += 1) {
      const above = (cost[(row - 1) * columns + column] ?? 0) + 1;
      const left = (cost[row * columns + column - 1] ?? 0) + 1;
      const equal = quotation.charCodeAt(row - 1) === text.charCodeAt(column - 1);
      const diagonal = equal ? (cost[(row - 1) * columns + column - 1] ?? 0) : Infinity;
      cost[row * columns + column] = Math.min(above, left, diagonal);
    }
  }
  const lastRow = (rows - 1) * columns;
  let end = 0;
  for (let column = 1; column < columns; column += 1)
    if ((cost[lastRow + column] ?? 0) < (cost[lastRow + end] ?? 0)) end = column;
  const steps: AlignmentStep[] = [];
  let [row, column] = [rows - 1, end];
  while (row > 0) {
    const here = cost[row * columns + column] ?? 0;
    const equal = column > 0 && quotation.charCodeAt(row - 1) === text.charCodeAt(column - 1);
    if (equal && cost[(row - 1) * columns + column - 1] === here) {
      row -= 1;
      column -= 1;
      steps.push({ kind: 'same', text: column, quotation: row });
    } else if (column > 0 && (cost[row * columns + column - 1] ?? 0) + 1 === here) {
      column -= 1;
      steps.push({ kind: 'missing', text: column, quotation: row });
    } else {
      row -= 1;
      steps.push({ kind: 'added', text: column, quotation: row });
    }
  }
  return { start: column, end, distance: cost[lastRow + end] ?? 0, steps: steps.reverse() };
}

/**
 * The stretch with the numbers whole at its ends: the nearest stretch to 300余所 in 200余所 is 00余所, and what differs is
 * then no longer seen.
 * @param quotationLength in units
 */
export function withWholeNumbers(stretch: NearestStretch, text: string, quotationLength: number): NearestStretch {
  let { start, end } = stretch;
  const inNumber = (at: number): boolean => /^\d\d$/.test(text.slice(Math.max(0, at - 1), at + 1));
  while (start < end && inNumber(start)) start -= 1;
  while (start < end && inNumber(end)) end += 1;
  const missing = (from: number, to: number, quotation: number): readonly AlignmentStep[] =>
    Array.from({ length: to - from }, (_, place) => ({ kind: 'missing', text: from + place, quotation }));
  return {
    start,
    end,
    distance: stretch.distance + stretch.start - start + end - stretch.end,
    steps: [...missing(start, stretch.start, 0), ...stretch.steps, ...missing(stretch.end, end, quotationLength)],
  };
}

/** Characters that turn a statement round, or change how much it claims. */
const NEGATION = /[不未无無非没沒勿莫否別别除]|\b(?:not|no|never|none|nor|without|except|unless|cannot)\b|n["'’]t\b/iu;
const NUMBER = /[\p{N}〇零一二三四五六七八九十百千万萬亿億两兩]/u;

/**
 * Whether a difference may turn the sense round: a negation, an exception or a number stands in what is missing or
 * added, or a word that is cut by it (`不` in 不得). Better a warning too many than one too few.
 */
export function changesMeaning(differences: readonly Difference[]): boolean {
  return differences.some(({ kind, text }) => kind !== 'same' && (NEGATION.test(text) || NUMBER.test(text)));
}
