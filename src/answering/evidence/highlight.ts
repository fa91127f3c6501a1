import type { Passage } from '../../documents/passage.js';
import { splitClauses } from '../../documents/sentences.js';
import { spanLength, type Span } from '../../documents/span.js';

/** A sentence over this many UTF-16 units is highlighted by ；-clause. */
export const LONGEST_HIGHLIGHTED_SENTENCE = 120;

/** The stretches of a passage that may be highlighted: its sentences, and the ；-clauses of those that are too long. */
export function highlightCandidates(passage: Passage): readonly Span[] {
  return passage.sentences.flatMap((sentence) =>
    spanLength(sentence) <= LONGEST_HIGHLIGHTED_SENTENCE ? [sentence] : splitClauses(passage.text, sentence),
  );
}

/** What speaks for one stretch. */
export interface HighlightScore {
  readonly span: Span;
  /** Cosine of the question and the stretch, -1 to 1. */
  readonly similarity: number;
  /** Value of the question's terms in the stretch, as a share of all its terms' value, 0 to 1. */
  readonly coverage: number;
  /** It states a fact of the kind that is asked for (a date, a number of cases), or none is asked for. */
  readonly supplies: boolean;
}

/** What counts when the answering sentence is chosen, beside the similarity, which counts 1. */
const WEIGHTS = { coverage: 1, supplies: 0.2 } as const;

/** The stretch that matches the question best; the first of equals; null where there is none. */
export function bestHighlight<Score extends HighlightScore>(scores: readonly Score[]): Score | null {
  const total = ({ similarity, coverage, supplies }: HighlightScore): number =>
    similarity + WEIGHTS.coverage * coverage + (supplies ? WEIGHTS.supplies : 0);
  return scores.reduce<Score | null>((best, one) => (best === null || total(one) > total(best) ? one : best), null);
}
