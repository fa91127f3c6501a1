import type { MatchFeatures } from './match-features.js';

// Written by `npm run calibrate -- --write`.

/** A logistic regression: the logarithm of the odds is the bias and the weighted features. */
export interface LogisticModel {
  readonly bias: number;
  /** At least 0: no match loses by matching better. */
  readonly weights: Readonly<Partial<MatchFeatures>>;
}

/** Whether a question is on what the documents are about. */
export const TOPIC_MODEL: LogisticModel = {
  bias: -2.53,
  weights: {
    similarity: 14.52,
    knownShare: 6.18,
  },
};

/** Whether the best passage answers a question on that. */
export const ANSWER_MODEL: LogisticModel = {
  bias: -9.19,
  weights: {
    similarity: 2.3,
    exactShare: 0.94,
    suppliesAsked: 2.57,
    saysSought: 0.71,
    saysBesideTitles: 4.38,
    namesLaw: 1.69,
    unsaid: 0.69,
  },
};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: 0.27, strong: 0.73 } as const;
