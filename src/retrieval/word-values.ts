import { tokenize } from '../lexical/tokenize.js';
import type { TermGroup } from './plan-question.js';

/** What finding each term of a question is worth: weight x inverse document frequency, at least 0. */
export interface WordValues {
  /** A word of the question each: its terms with their values. */
  readonly groups: readonly ReadonlyMap<string, number>[];
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
    const terms = group.filter(({ term }, place) => place > 0 || group.length === 1 || isHeld(term));
    return new Map(terms.map(({ term, weight }) => [term, weight * (idf.get(term) ?? 0)]));
  });
  return { groups: valued, total: valued.reduce((sum, group) => sum + Math.max(0, ...group.values()), 0) };
}

/** The share of the question's words, by value, that some terms explain: 0 to 1. Each word by its best term. */
export function explainedShare({ groups, total }: WordValues, holds: (term: string) => boolean): number {
  if (total <= 0) return 0;
  const explained = groups.map((group) => Math.max(0, ...[...group].map(([term, value]) => (holds(term) ? value : 0))));
  return explained.reduce((sum, value) => sum + value, 0) / total;
}

/** The share of the question's words, by value, that a stretch of text explains. */
export function shareExplainedBy(text: string, values: WordValues): number {
  const held = new Set(tokenize(text));
  return explainedShare(values, (term) => held.has(term));
}
