import type { Span } from '../documents/span.js';
import type { Retrieval } from '../retrieval/retrieve.js';
import { explainedShare, type WordValues } from '../retrieval/word-values.js';
import { foldText } from '../shared/fold-text.js';
import type { EvidenceGroup } from './group-evidence.js';
import { bestHighlight, highlightCandidates } from './highlight.js';
import type { SentenceVectors } from './sentence-vectors.js';
import type { MatchFeatures } from './strength.js';

/** A group with the sentence of its shown passage that matches best, and what speaks for the match. */
export interface ExaminedGroup extends EvidenceGroup {
  readonly highlight: Span | null;
  readonly features: MatchFeatures;
  /** Score of the passage and its best sentence together, 0 to 1. */
  readonly score: number;
}

/** Share of the best sentence in a passage's score: an answer is a sentence, the rest of a passage is about something else. */
const SENTENCE_SHARE = 0.4;

/** Looks at the sentences of each group's passage and sorts the groups by passage and sentence together, best first. */
export async function examineEvidence(
  groups: readonly EvidenceGroup[],
  { values, vector }: Pick<Retrieval, 'values' | 'vector'>,
  sentenceVectors: SentenceVectors,
  signal?: AbortSignal,
): Promise<readonly ExaminedGroup[]> {
  const vectors = await sentenceVectors.of(
    groups.map(({ shown }) => shown.passage),
    signal,
  );
  return groups
    .map((group, position) => examine(group, vectors[position] ?? [], values, vector))
    .sort((a, b) => b.score - a.score);
}

function examine(
  group: EvidenceGroup,
  vectors: readonly Float32Array[],
  values: WordValues,
  question: Float32Array,
): ExaminedGroup {
  const { passage, reasons, score } = group.shown;
  const held = new Set(reasons.terms);
  const scores = highlightCandidates(passage).map((span, position) => {
    const folded = foldText(passage.text.slice(...span));
    return {
      span,
      similarity: dot(question, vectors[position]),
      coverage: explainedShare(values, (term) => held.has(term) && folded.includes(term)),
    };
  });
  const best = bestHighlight(scores);
  const features: MatchFeatures = {
    similarity: reasons.similarity ?? 0,
    sentenceSimilarity: best?.similarity ?? 0,
    coverage: reasons.coverage,
    sentenceCoverage: best?.coverage ?? 0,
    exactCoverage: numberCoverage(values, held),
  };
  const sentence = (Math.max(0, features.sentenceSimilarity) + features.sentenceCoverage) / 2;
  return {
    ...group,
    highlight: best?.span ?? null,
    features,
    score: (1 - SENTENCE_SHARE) * score + SENTENCE_SHARE * sentence,
  };
}

/** The share of the numbers of a question that a passage holds; 1 where it names none. */
function numberCoverage({ groups }: WordValues, held: ReadonlySet<string>): number {
  const numbers = groups.flatMap((group) => [...group.keys()]).filter((term) => /^\d/.test(term));
  return numbers.length === 0 ? 1 : numbers.filter((term) => held.has(term)).length / numbers.length;
}

function dot(one: Float32Array, other: Float32Array | undefined): number {
  if (other === undefined) return 0;
  let total = 0;
  for (let index = 0; index < one.length; index += 1) total += (one[index] ?? 0) * (other[index] ?? 0);
  return total;
}
