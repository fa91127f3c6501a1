import type { MatchFeatures } from './match-features.js';

// Written by `npm run calibrate -- --write`.

/** Weights of the logistic regression that `confidence` is. */
export const MATCH_MODEL: { readonly bias: number; readonly weights: MatchFeatures } = {
  bias: -24.76,
  weights: {
    similarity: 2.76,
    exactShare: 3.93,
    suppliesAsked: 4.83,
    saysSought: 0.71,
    saysBesideTitles: 7.61,
    namesLaw: 6.23,
    knownShare: 4.26,
  },
};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: 0.28, strong: 0.96 } as const;
