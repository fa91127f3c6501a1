import type { MatchFeatures } from './match-features.js';

// Written by `npm run calibrate -- --write`.

/** Weights of the logistic regression that `confidence` is. */
export const MATCH_MODEL: { readonly bias: number; readonly weights: MatchFeatures } = {
  bias: -16.6,
  weights: {
    similarity: 2.42,
    exactShare: 5.33,
    suppliesAsked: 5.52,
    saysSought: 1.43,
    namesLaw: 3.22,
    knownShare: 3.98,
  },
};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: 0.41, strong: 0.96 } as const;
