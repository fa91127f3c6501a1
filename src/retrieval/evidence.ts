import type { Passage } from '../documents/passage.js';

/** Why a passage stands where it stands. */
export interface Reasons {
  /** Place among the hits by words from 1, or null where words did not find it. */
  readonly wordRank: number | null;
  readonly wordScore: number;
  /** Terms of the question that the passage holds. */
  readonly terms: readonly string[];
  /** Place among the hits by vectors from 1, or null. */
  readonly vectorRank: number | null;
  /** Cosine of question and passage, -1 to 1; null where it was not computed. */
  readonly similarity: number | null;
  /** Share of the question's weight (idf) that the passage's words cover, 0 to 1. */
  readonly coverage: number;
}

/** A retrieved passage with the reasons for its rank. */
export interface Evidence {
  readonly row: number;
  readonly passage: Passage;
  /** Fused score, 0 to 1; higher is better; comparable within one question only. */
  readonly score: number;
  readonly reasons: Reasons;
}
