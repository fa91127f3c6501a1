import type { Strength } from '../answer.js';
import type { MatchFeatures } from './match-features.js';
import { ANSWER_MODEL, CONFIDENCE, TOPIC_MODEL, type LogisticModel } from './match-model.js';

/** A match whose best sentence explains less of the question's words, by value, is never called strong. */
export const STRONG_COVERAGE = 0.5;

/**
 * How likely it is that the passage answers the question, 0 to 1: the chance that the question is on what the documents are about,
 * times the chance that the passage then answers it. Both are logistic regressions over tuning questions (which ones:
 * DESIGN.md, "Refusal"), whose weights are at least 0, so that no match can lose by matching better. `npm run calibrate` fits
 * them anew and measures them on questions that they were not fitted on.
 */
export function confidence(features: MatchFeatures): number {
  return chance(TOPIC_MODEL, features) * chance(ANSWER_MODEL, features);
}

function chance({ bias, weights }: LogisticModel, features: MatchFeatures): number {
  const names = Object.keys(weights) as readonly (keyof MatchFeatures)[];
  const sum = names.reduce((total, name) => total + (weights[name] ?? 0) * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * In words: `none` means that the documents do not answer.
 * @param value the confidence
 * @param coverage share of the question's words, by value, that the best sentence explains, 0 to 1: a strong match says in
 *   the words of the question what is asked for, a weak one may be about the same thing and say something else
 */
export function strengthOf(value: number, coverage: number): Strength {
  if (value >= CONFIDENCE.strong && coverage >= STRONG_COVERAGE) return 'strong';
  return value >= CONFIDENCE.weak ? 'weak' : 'none';
}
