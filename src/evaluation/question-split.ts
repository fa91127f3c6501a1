import { sha256 } from '../shared/sha256.js';
import { FIRST_ROUND, type EvaluationQuestion } from './question-set-schema.js';

/** `tune`: the questions that constants may be fitted on; `test`: those that are looked at once a release. */
export const SPLITS = ['all', 'tune', 'test'] as const;

export type Split = (typeof SPLITS)[number];

/**
 * Rounds up to this one are for tuning as a whole. Their testing halves were run on 22 November 2026 (DESIGN.md, "Words and
 * vectors"), and what was seen is learned from: a measurement on them would no longer tell how new questions fare.
 */
export const LAST_SPENT_ROUND = 5;

/**
 * Whether a question belongs to a split. Of a round that is not spent, the first byte of the SHA-256 of the id decides: even
 * for `tune`, odd for `test`.
 */
export function isInSplit(
  { id, round = FIRST_ROUND }: Pick<EvaluationQuestion, 'id' | 'round'>,
  split: Split,
): boolean {
  if (split === 'all') return true;
  const isTest = round > LAST_SPENT_ROUND && Number.parseInt(sha256(id).slice(0, 2), 16) % 2 === 1;
  return isTest === (split === 'test');
}
