import { foldText } from '../../shared/fold-text.js';
import { nearestStretch } from '../verification/text-difference.js';

/** Texts longer than this many times each other are not compared. */
const LARGEST_RATIO = 1.25;
/** Least share of shared character pairs for two texts to be compared in detail. */
const LEAST_OVERLAP = 0.85;
/**
 * Marks and particles whose change leaves number, date, name, negation and speaker alone. Not 得 (不得), 地 (各地), 将 (what
 * is still to come).
 */
const HARMLESS = /^[\s\p{P}的了着和与及并也又]*$/u;
/** Numbers with decimals and per cent sign: their marks are no mere marks. The comma of 1,700 is one. */
const NUMBERS = /\d+(?:\.\d+)?%?/gu;
const GROUPING = /(?<=\d),(?=\d{3}(?!\d))/gu;

/** A text in the form in which wordings are compared. */
export interface Wording {
  readonly folded: string;
  /** Its pairs of neighbouring UTF-16 units, each once. */
  readonly pairs: ReadonlySet<string>;
  /** Its numbers in their order. */
  readonly numbers: string;
}

/** The wording of a text. */
export function wordingOf(text: string): Wording {
  const folded = foldText(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < folded.length; at += 1) pairs.add(folded.slice(at, at + 2));
  return { folded, pairs, numbers: numbersOf(folded) };
}

/** The share of the smaller wording's character pairs that the other has too, 0 to 1. */
export function pairOverlap(one: Wording, other: Wording): number {
  const [smaller, larger] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one];
  if (smaller.pairs.size === 0) return one.folded === other.folded ? 1 : 0;
  let shared = 0;
  for (const pair of smaller.pairs) if (larger.pairs.has(pair)) shared += 1;
  return shared / smaller.pairs.size;
}

/** Whether `pairOverlap` is `least` or more. Most texts differ soon: the rest of their pairs is not looked at. */
function overlapsBy(least: number, one: Wording, other: Wording): boolean {
  const [smaller, larger] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one];
  if (smaller.pairs.size === 0) return pairOverlap(one, other) >= least;
  let possible = smaller.pairs.size;
  for (const pair of smaller.pairs)
    if (!larger.pairs.has(pair)) {
      possible -= 1;
      if (possible / smaller.pairs.size < least) return false;
    }
  return true;
}

/**
 * Whether two texts say the same in the same words, so that one may stand for both: after folding they differ in marks
 * and particles only. A number, date, name, negation or speaker that differs is a word that differs, and any other word
 * does too: 300余项, 367项 and 30多项 stay apart, and so does a sentence from the same one with 习近平强调 before it.
 */
export function sameWording(one: Wording, other: Wording): boolean {
  const [a, b] = [one.folded, other.folded];
  if (a === b) return true;
  // Equal lengths in a fixed order: which alignment is found must not depend on which text comes first.
  const [shorter, longer] = a.length < b.length || (a.length === b.length && a < b) ? [a, b] : [b, a];
  if (longer.length > shorter.length * LARGEST_RATIO || one.numbers !== other.numbers) return false;
  if (!overlapsBy(LEAST_OVERLAP, one, other)) return false;
  const { start, end, steps } = nearestStretch(shorter, longer);
  const inside = steps.map(({ kind, text, quotation }) =>
    kind === 'missing' ? longer.charAt(text) : kind === 'added' ? shorter.charAt(quotation) : '',
  );
  return HARMLESS.test(longer.slice(0, start) + inside.join('') + longer.slice(end));
}

/** Whether two texts are the same but for a clause, a number or a name: about as long, with nearly the same pairs of characters. */
export function nearlySameWording(one: Wording, other: Wording): boolean {
  const [shorter, longer] = [one.folded.length, other.folded.length].sort((a, b) => a - b);
  return (longer ?? 0) <= (shorter ?? 0) * LARGEST_RATIO && overlapsBy(LEAST_OVERLAP, one, other);
}

function numbersOf(folded: string): string {
  return (folded.replace(GROUPING, '').match(NUMBERS) ?? []).join(' ');
}
