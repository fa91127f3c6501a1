/** Terms in ascending order of their UTF-16 code units, without one object a term: half a million of them are usual. */
export interface TermTable {
  readonly count: number;
  /** All terms one after another. */
  readonly units: Uint16Array;
  /** Where each term begins in `units`; one more entry for the end. */
  readonly starts: Uint32Array;
}

/** Packs terms that are sorted by code units and different from each other. */
export function packTerms(sorted: readonly string[]): TermTable {
  const starts = new Uint32Array(sorted.length + 1);
  for (const [index, term] of sorted.entries()) starts[index + 1] = (starts[index] ?? 0) + term.length;
  const units = new Uint16Array(starts.at(-1) ?? 0);
  let at = 0;
  for (const term of sorted)
    for (let unit = 0; unit < term.length; unit += 1, at += 1) units[at] = term.charCodeAt(unit);
  return { count: sorted.length, units, starts };
}

/** The place of a term from 0, or -1 where the table does not hold it; by bisection. */
export function findTerm(table: TermTable, term: string): number {
  let low = 0;
  let high = table.count - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareAt(table, middle, term);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Are the terms different and in ascending order, and do the starts fit the units? */
export function isInOrder(table: TermTable): boolean {
  const { count, units, starts } = table;
  if (starts.length !== count + 1 || starts[0] !== 0 || starts[count] !== units.length) return false;
  for (let index = 0; index < count; index += 1) if ((starts[index + 1] ?? 0) <= (starts[index] ?? 0)) return false;
  for (let index = 1; index < count; index += 1) if (!precedes(table, index - 1)) return false;
  return true;
}

/** Negative where the term at `index` comes before `term`, positive where after, 0 where it is the same. */
function compareAt({ units, starts }: TermTable, index: number, term: string): number {
  const start = starts[index] ?? 0;
  const length = (starts[index + 1] ?? 0) - start;
  for (let unit = 0; unit < length && unit < term.length; unit += 1) {
    const difference = (units[start + unit] ?? 0) - term.charCodeAt(unit);
    if (difference !== 0) return difference;
  }
  return length - term.length;
}

function precedes({ units, starts }: TermTable, index: number): boolean {
  const [first = 0, second = 0, end = 0] = [starts[index], starts[index + 1], starts[index + 2]];
  for (let unit = 0; first + unit < second && second + unit < end; unit += 1) {
    const difference = (units[first + unit] ?? 0) - (units[second + unit] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return second - first < end - second;
}
