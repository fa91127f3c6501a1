import type { MatchFeatures } from './match-features.js';

// Written by `npm run calibrate -- --write`.

/** Weights of the logistic regression that `confidence` is. */
export const MATCH_MODEL: { readonly bias: number; readonly weights: MatchFeatures } = {
  bias: -26.02,
  weights: {
    similarity: 3.59,
    exactShare: 4.53,
    suppliesAsked: 5.39,
    saysSought: 1.63,
    saysBesideTitles: 6.45,
    namesLaw: 6.54,
    knownShare: 4.27,
  },
};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: 0.31, strong: 0.93 } as const;
