import type { DocumentMetadata } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { Question } from '../retrieval/question.js';
import type { SearchMode } from '../retrieval/search-mode.js';
import type { Answer, AnswerPassage, Notice, Strength } from './answer.js';
import { citationOf } from './citation.js';
import type { ExaminedGroup } from './evidence/examine-evidence.js';
import { weighEvidence, type WeighedEvidence, type WeighingParts } from './evidence/weigh-evidence.js';
import { confidence, strengthOf } from './refusal/strength.js';

export interface AnsweringParts extends WeighingParts {
  /** What a reader must know of the laws that a passage names. */
  readonly noticesOf: (passage: Passage, document: DocumentMetadata) => readonly Notice[];
}

/** Answers a question with passages and their citations. The same question over the same index gets the same answer. */
export async function answerQuestion(question: Question, parts: AnsweringParts, signal?: AbortSignal): Promise<Answer> {
  const { clock } = parts;
  const started = clock.monotonic();
  const weighed = await weighEvidence(question, parts, signal);
  const { retrieval, groups, documents } = weighed;
  const shown = groups.slice(0, question.limit);
  const strength = strengthOfBest(weighed, parts.mode);
  return {
    id: null,
    question: question.text,
    language: question.language,
    status: strength === 'none' ? 'none' : 'answered',
    strength,
    passages: shown.flatMap((group, position) => answerPassage(group, position + 1, documents, parts)),
    milliseconds: {
      embed: rounded(retrieval.milliseconds.embed),
      search: rounded(retrieval.milliseconds.search),
      total: rounded(clock.monotonic() - started),
    },
  };
}

/**
 * Passages without the words that the question puts in quotation marks do not answer it, however near they are. Words or
 * vectors alone cannot tell whether what they found is an answer, so nothing that they found is refused.
 */
function strengthOfBest({ retrieval, groups, features }: WeighedEvidence, mode: SearchMode = 'both'): Strength {
  if (features === null) return 'none';
  if (mode !== 'both') return 'weak';
  if (retrieval.literal === 'missing') return 'none';
  return strengthOf(confidence(features), groups[0]?.coverage ?? 0);
}

function answerPassage(
  { shown, alsoIn, highlight, score }: ExaminedGroup,
  rank: number,
  documents: ReadonlyMap<string, DocumentMetadata>,
  { noticesOf }: AnsweringParts,
): readonly AnswerPassage[] {
  const { passage } = shown;
  const document = documents.get(passage.document);
  if (document === undefined) return [];
  return [
    {
      rank,
      id: passage.id,
      score: Math.round(score * 10_000) / 10_000,
      text: passage.text,
      highlight,
      citation: citationOf(passage, document, noticesOf(passage, document)),
      alsoIn: alsoIn.flatMap(({ passage: other }) => {
        const home = documents.get(other.document);
        if (home === undefined) return [];
        return [{ id: other.id, text: other.text, citation: citationOf(other, home, noticesOf(other, home)) }];
      }),
    },
  ];
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;
