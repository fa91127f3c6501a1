import type { Strength } from './answer.js';

/** What the best passage has to say for itself. */
export interface MatchFeatures {
  /** Cosine of the question and the passage, -1 to 1. */
  readonly similarity: number;
  /** Share of what the question names exactly (numbers, titles, abbreviations) that the passage holds; 1 where it names nothing. */
  readonly exactShare: number;
  /**
   * 0 where the question asks for a date, a number, a list ... and the passage states none, 0.5 where only another sentence
   * than the best does; else 1.
   */
  readonly suppliesAsked: number;
  /** 0 where the question names a law and the passage does not speak of it; else 1. */
  readonly namesLaw: number;
  /** Share of the question's words that the documents use at all, 0 to 1: low for a question from another field. */
  readonly knownShare: number;
}

/**
 * Logistic regression over the half of `data/questions.jsonl` that is for tuning; every weight is positive, so that no
 * match can lose by matching better. `npm run calibrate` fits it anew; what was left out: DESIGN.md, "Refusal".
 */
export const MATCH_MODEL: { readonly bias: number; readonly weights: MatchFeatures } = {
  bias: -19.74,
  weights: {
    similarity: 5.31,
    exactShare: 5.94,
    suppliesAsked: 8.4,
    namesLaw: 2.63,
    knownShare: 4.85,
  },
};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: 0.34, strong: 0.85 } as const;

/** A match whose best sentence explains less of the question's words, by value, is never called strong. */
export const STRONG_COVERAGE = 0.5;

/** How likely it is that the passage answers the question, 0 to 1. Knows nothing of the topic. */
export function confidence(features: MatchFeatures): number {
  const names = Object.keys(MATCH_MODEL.weights) as readonly (keyof MatchFeatures)[];
  const sum = names.reduce((total, name) => total + MATCH_MODEL.weights[name] * features[name], MATCH_MODEL.bias);
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
