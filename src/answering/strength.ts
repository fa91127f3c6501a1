import type { Language } from '../shared/language.js';
import type { Strength } from './answer.js';

/** What the best passage has to say for itself. */
export interface MatchFeatures {
  /** Cosine of the question and the passage, -1 to 1. */
  readonly similarity: number;
  /** Share of what the question names exactly (numbers, titles, abbreviations) that the passage holds; 1 where it names nothing. */
  readonly exactShare: number;
  /** 0 where the question asks for a date, a number ... and the best sentence states none; else 1. */
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
  bias: -16.63,
  weights: { similarity: 2.9, exactShare: 6.57, suppliesAsked: 3.63, namesLaw: 4.25, knownShare: 3.88 },
};

/**
 * From which confidence a passage is shown as an answer, and as a strong match. Over Chinese documents the cosine of a
 * question in another language is lower for an equally good match, so its border is lower too.
 */
export const CONFIDENCE = { weak: { chinese: 0.36, other: 0.25 }, strong: 0.75 } as const;

/** How likely it is that the passage answers the question, 0 to 1. Knows nothing of the topic. */
export function confidence(features: MatchFeatures): number {
  const names = Object.keys(MATCH_MODEL.weights) as readonly (keyof MatchFeatures)[];
  const sum = names.reduce((total, name) => total + MATCH_MODEL.weights[name] * features[name], MATCH_MODEL.bias);
  return 1 / (1 + Math.exp(-sum));
}

/** In words: `none` means that the documents do not answer. */
export function strengthOf(value: number, language: Language): Strength {
  if (value >= CONFIDENCE.strong) return 'strong';
  const isChinese = language === 'zh-Hans' || language === 'zh-Hant';
  return value >= CONFIDENCE.weak[isChinese ? 'chinese' : 'other'] ? 'weak' : 'none';
}
