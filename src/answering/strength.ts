import type { Language } from '../shared/language.js';
import type { Strength } from './answer.js';

/** What the best passage has to say for itself. All 0 to 1 but the cosines (-1 to 1). */
export interface MatchFeatures {
  /** Cosine of the question and the passage. */
  readonly similarity: number;
  /** Cosine of the question and the passage's best sentence. */
  readonly sentenceSimilarity: number;
  /** Share of the value of the question's terms that the passage holds. */
  readonly coverage: number;
  /** Share of the value of the question's terms that its best sentence holds. */
  readonly sentenceCoverage: number;
  /** Share of the question's numbers and Latin words that the passage holds; 1 where it has none. */
  readonly exactCoverage: number;
}

interface Model {
  readonly bias: number;
  readonly weights: MatchFeatures;
}

const MODELS: Readonly<Record<'chinese' | 'other', Model>> = {
  chinese: {
    bias: -4,
    weights: { similarity: 3, sentenceSimilarity: 3, coverage: 2, sentenceCoverage: 2, exactCoverage: 1 },
  },
  other: {
    bias: -4,
    weights: { similarity: 3, sentenceSimilarity: 3, coverage: 2, sentenceCoverage: 2, exactCoverage: 1 },
  },
};

/** From which confidence a passage is shown as an answer, and as a strong match. */
export const CONFIDENCE = { weak: 0.5, strong: 0.8 } as const;

/** How likely it is that the passage answers the question, 0 to 1 (logistic regression, see DESIGN.md, "Refusal"). */
export function confidence(features: MatchFeatures, language: Language): number {
  const { bias, weights } = language === 'zh-Hans' || language === 'zh-Hant' ? MODELS.chinese : MODELS.other;
  const sum =
    bias +
    weights.similarity * features.similarity +
    weights.sentenceSimilarity * features.sentenceSimilarity +
    weights.coverage * features.coverage +
    weights.sentenceCoverage * features.sentenceCoverage +
    weights.exactCoverage * features.exactCoverage;
  return 1 / (1 + Math.exp(-sum));
}

/** In words: `none` means that the documents do not answer. */
export function strengthOf(value: number): Strength {
  if (value >= CONFIDENCE.strong) return 'strong';
  return value >= CONFIDENCE.weak ? 'weak' : 'none';
}
