import type { Passage } from '../documents/passage.js';
import type { Span } from '../documents/span.js';
import type { Question } from '../retrieval/question.js';
import type { Retrieval } from '../retrieval/retrieve.js';
import { explainedShare } from '../retrieval/word-values.js';
import { foldText } from '../shared/fold-text.js';
import { askedFor, supplies, type AskedFor } from './asked-for.js';
import { exactDemands, holdsExactly } from './exact-demands.js';
import type { EvidenceGroup } from './group-evidence.js';
import { bestHighlight, highlightCandidates } from './highlight.js';
import type { SentenceVectors } from './sentence-vectors.js';
import type { MatchFeatures } from './strength.js';

/** A group with the sentence of its shown passage that matches best, and what speaks for the match. */
export interface ExaminedGroup extends EvidenceGroup {
  readonly highlight: Span | null;
  readonly features: Omit<MatchFeatures, 'lead'>;
  /** Score of the passage and its best sentence together, 0 to 1. */
  readonly score: number;
}

export interface ExaminingParts {
  readonly sentenceVectors: SentenceVectors;
  /** The laws that a text names: ids, and the names as they stand there. */
  readonly lawsIn: (text: string) => readonly { readonly law: string; readonly wording: string }[];
}

/** Share of the best sentence in a passage's score: an answer is a sentence, the rest of a passage is about something else. */
const SENTENCE_SHARE = 0.6;

/** What a question asks for, beyond being about something. */
interface Demands {
  readonly asked: AskedFor | null;
  readonly exact: readonly string[];
  readonly laws: ReadonlySet<string>;
}

/** Looks at the sentences of each group's passage and sorts the groups by passage and sentence together, best first. */
export async function examineEvidence(
  groups: readonly EvidenceGroup[],
  question: Question,
  retrieval: Retrieval,
  { sentenceVectors, lawsIn }: ExaminingParts,
  signal?: AbortSignal,
): Promise<readonly ExaminedGroup[]> {
  const named = lawsIn(question.text);
  const demands: Demands = {
    asked: askedFor(question.text),
    exact: exactDemands(
      question.text,
      named.map(({ wording }) => wording),
    ),
    laws: new Set(named.map(({ law }) => law)),
  };
  const passages = groups.map(({ shown }) => shown.passage);
  const vectors = await sentenceVectors.of(passages, signal);
  return groups
    .map((group, position) => examine(group, vectors[position] ?? [], retrieval, demands, lawsIn))
    .sort((a, b) => b.score - a.score);
}

function examine(
  group: EvidenceGroup,
  vectors: readonly Float32Array[],
  { values, vector }: Retrieval,
  { asked, exact, laws }: Demands,
  lawsIn: ExaminingParts['lawsIn'],
): ExaminedGroup {
  const { passage, reasons, score } = group.shown;
  const held = new Set(reasons.terms);
  const candidates = highlightCandidates(passage).map((span, position) => {
    const text = passage.text.slice(...span);
    const folded = foldText(text);
    return {
      span,
      similarity: dot(vector, vectors[position]),
      coverage: explainedShare(values, (term) => held.has(term) && folded.includes(term)),
      supplies: asked === null || supplies(text, asked),
    };
  });
  const best = bestHighlight(candidates);
  const features: ExaminedGroup['features'] = {
    similarity: reasons.similarity ?? 0,
    exactShare: exact.length === 0 ? 1 : exact.filter((one) => holdsExactly(passage.text, one)).length / exact.length,
    suppliesAsked: best?.supplies === false ? 0 : 1,
    namesLaw: laws.size === 0 || speaksOf(passage, laws, lawsIn) ? 1 : 0,
  };
  const sentence = (Math.max(0, best?.similarity ?? 0) + (best?.coverage ?? 0)) / 2;
  return {
    ...group,
    highlight: best?.span ?? null,
    features,
    score: (1 - SENTENCE_SHARE) * score + SENTENCE_SHARE * sentence,
  };
}

function speaksOf(passage: Passage, laws: ReadonlySet<string>, lawsIn: ExaminingParts['lawsIn']): boolean {
  const own = passage.provision?.law;
  return (own !== undefined && laws.has(own)) || lawsIn(passage.text).some(({ law }) => laws.has(law));
}

function dot(one: Float32Array, other: Float32Array | undefined): number {
  if (other === undefined) return 0;
  let total = 0;
  for (let index = 0; index < one.length; index += 1) total += (one[index] ?? 0) * (other[index] ?? 0);
  return total;
}
