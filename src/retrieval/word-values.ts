import { tokenize } from '../lexical/tokenize.js';
import type { TermGroup } from './plan-question.js';

/** A term, and what finding it is worth. */
export interface ValuedTerm {
  readonly term: string;
  readonly value: number;
}

/** What finding each term of a question is worth: weight x inverse document frequency, at least 0. */
export interface WordValues {
  /** A word of the question each: its terms with their values, each term once. */
  readonly groups: readonly (readonly ValuedTerm[])[];
  /** Sum of the best value of each word: what a passage that explains everything explains. */
  readonly total: number;
}

/**
 * @param idf the inverse document frequency of each term of the groups
 * @param isHeld whether any passage holds a term: a word that has translations and stands nowhere itself is worth what
 *   they are, not what so rare a word would be
 */
export function wordValues(
  groups: readonly TermGroup[],
  idf: ReadonlyMap<string, number>,
  isHeld: (term: string) => boolean,
): WordValues {
  const valued = groups.map((group) => {
    const known = group.filter(({ term }) => isHeld(term));
    const terms = known.length > 0 ? known : group;
    const values = new Map(terms.map(({ term, weight }) => [term, weight * (idf.get(term) ?? 0)]));
    return Array.from(values, ([term, value]) => ({ term, value }));
  });
  const best = valued.map((group) => Math.max(0, ...group.map(({ value }) => value)));
  return { groups: valued, total: best.reduce((sum, value) => sum + value, 0) };
}

/**
 * The share of the question's words that the passages use, 0 to 1; 1 where the question has no words. A word that stands
 * nowhere itself counts by its translations: as near as the nearest one that stands somewhere is, beside the nearest of all.
 */
export function knownShare(groups: readonly TermGroup[], isHeld: (term: string) => boolean): number {
  if (groups.length === 0) return 1;
  return groups.reduce((total, group) => total + knownPart(group, isHeld), 0) / groups.length;
}

function knownPart([own, ...others]: TermGroup, isHeld: (term: string) => boolean): number {
  if (own !== undefined && isHeld(own.term)) return 1;
  const nearest = Math.max(0, ...others.map(({ weight }) => weight));
  const held = Math.max(0, ...others.filter(({ term }) => isHeld(term)).map(({ weight }) => weight));
  return nearest > 0 ? held / nearest : 0;
}

/** The share of the question's words, by value, that some terms explain: 0 to 1. Each word by its best term. */
export function explainedShare({ groups, total }: WordValues, holds: (term: string) => boolean): number {
  if (total <= 0) return 0;
  // Asked for every passage and every sentence of a question: no lists are made.
  let explained = 0;
  for (const group of groups) {
    let best = 0;
    for (const { term, value } of group) if (value > best && holds(term)) best = value;
    explained += best;
  }
  return explained / total;
}

/** The terms that a text holds, as `explainedShare` asks for them. */
export function termsIn(text: string): ReadonlySet<string> {
  return new Set(tokenize(text));
}
