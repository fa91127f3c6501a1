import { foldText } from '../shared/fold-text.js';
import { nearestStretch } from './text-difference.js';

/** Texts longer than this many times each other are not compared. */
const LARGEST_RATIO = 1.25;
/** Least share of shared character pairs for two texts to be compared in detail. */
const LEAST_OVERLAP = 0.85;
/** Marks and particles whose change leaves number, date, name, negation and speaker alone. */
const HARMLESS = /^[\s\p{P}的了地得着和与及并也又将]*$/u;

/** The share of the smaller text's character pairs that the other has too, 0 to 1. */
export function pairOverlap(one: string, other: string): number {
  const pairsOf = (text: string): ReadonlySet<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return one === other ? 1 : 0;
  return [...a].filter((pair) => b.has(pair)).length / smaller;
}

/**
 * Whether two texts say the same in the same words, so that one may stand for both: after folding they differ in marks
 * and particles only. A number, date, name, negation or speaker that differs is a word that differs, and any other word
 * does too: 300余项, 367项 and 30多项 stay apart, and so does a sentence from the same one with 习近平强调 before it.
 */
export function sameWording(one: string, other: string): boolean {
  const [a, b] = [foldText(one), foldText(other)];
  if (a === b) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length > shorter.length * LARGEST_RATIO || pairOverlap(a, b) < LEAST_OVERLAP) return false;
  const { start, end, steps } = nearestStretch(shorter, longer);
  const inside = steps.map(({ kind, text, quotation }) =>
    kind === 'missing' ? longer.charAt(text) : kind === 'added' ? shorter.charAt(quotation) : '',
  );
  return HARMLESS.test(longer.slice(0, start) + inside.join('') + longer.slice(end));
}
