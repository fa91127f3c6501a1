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
  bias: -1.97,
  weights: {
    similarity: 10.79,
    knownShare: 6.51,
  },
};

/** Whether the best passage answers a question on that. */
export const ANSWER_MODEL: LogisticModel = {
  bias: -10.07,
  weights: {
    similarity: 2.47,
    exactShare: 0.94,
    suppliesAsked: 2.59,
    saysSought: 0.78,
    saysBesideTitles: 4.63,
    namesLaw: 2.09,
    unsaid: 0.6,
  },
};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: 0.27, strong: 0.76 } as const;
