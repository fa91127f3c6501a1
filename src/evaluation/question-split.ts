import { sha256 } from '../shared/sha256.js';
import { FIRST_ROUND, type EvaluationQuestion } from './question-set-schema.js';

/** `tune`: the questions that constants may be fitted on; `test`: those that are looked at once a release. */
export const SPLITS = ['all', 'tune', 'test'] as const;

export type Split = (typeof SPLITS)[number];

/**
 * Rounds whose testing half nobody learns from, until the next round takes their place. All others are for tuning as a
 * whole: their testing halves were run (DESIGN.md, "Words and vectors"), and what was seen there is learned from, so that
 * a measurement on them would no longer tell how new questions fare; the seventh, ninth and eleventh were written to be
 * learned from.
 */
export const OPEN_ROUNDS: readonly number[] = [10];

/**
 * Whether a question belongs to a split. Of an open round, the first byte of the SHA-256 of the id decides: even
 * for `tune`, odd for `test`.
 */
export function isInSplit(
  { id, round = FIRST_ROUND }: Pick<EvaluationQuestion, 'id' | 'round'>,
  split: Split,
): boolean {
  if (split === 'all') return true;
  const isTest = OPEN_ROUNDS.includes(round) && isOfTestingHalf(id);
  return isTest === (split === 'test');
}

/** Whether a question belongs to the testing half of its round, open or not: the first byte of the SHA-256 of its id is odd. */
export function isOfTestingHalf(id: string): boolean {
  return Number.parseInt(sha256(id).slice(0, 2), 16) % 2 === 1;
}
