import type { DocumentMetadata } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { Evidence } from '../retrieval/evidence.js';
import type { Question } from '../retrieval/question.js';
import { retrieve, type Retrieval, type RetrievalParts } from '../retrieval/retrieve.js';
import type { Answer, AnswerPassage, Notice, Strength } from './answer.js';
import { citationOf } from './citation.js';
import { examineEvidence, type ExaminedGroup } from './examine-evidence.js';
import { groupEvidence, type StudiedEvidence } from './group-evidence.js';
import type { StudiedPassages } from './studied-passages.js';
import { confidence, strengthOf } from './strength.js';

export interface AnsweringParts extends RetrievalParts {
  readonly studies: StudiedPassages;
  /** The laws that a text names: ids, and the names as they stand there. */
  readonly lawsIn: (text: string) => readonly { readonly law: string; readonly wording: string }[];
  /** What a reader must know of the laws that a passage names. */
  readonly noticesOf: (passage: Passage, document: DocumentMetadata) => readonly Notice[];
}

/** How many passages are looked at sentence by sentence for each one shown, and at least. */
const EXAMINED = { perShown: 3, least: 20 } as const;

/** Answers a question with passages and their citations. The same question over the same index gets the same answer. */
export async function answerQuestion(question: Question, parts: AnsweringParts, signal?: AbortSignal): Promise<Answer> {
  const { index, clock, studies, lawsIn } = parts;
  const started = clock.monotonic();
  const examined = Math.max(EXAMINED.least, question.limit * EXAMINED.perShown);
  const retrieval = await retrieve(question, examined, parts, signal);
  const evidence = await studied(retrieval.evidence, studies, signal);
  const documents = await index.documents(question.scopes, signal);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const groups = examineEvidence(groupEvidence(evidence), question, retrieval, lawsIn, byId);
  const shown = groups.slice(0, question.limit);
  const strength = retrieval.literal === 'missing' ? 'none' : strengthOfBest(groups, retrieval, question);
  return {
    id: null,
    question: question.text,
    language: question.language,
    status: strength === 'none' ? 'none' : 'answered',
    strength,
    passages: shown.flatMap((group, position) => answerPassage(group, position + 1, byId, parts)),
    milliseconds: {
      embed: rounded(retrieval.milliseconds.embed),
      search: rounded(retrieval.milliseconds.search),
      total: rounded(clock.monotonic() - started),
    },
  };
}

async function studied(
  evidence: readonly Evidence[],
  studies: StudiedPassages,
  signal?: AbortSignal,
): Promise<readonly StudiedEvidence[]> {
  const found = await studies.of(
    evidence.map(({ passage }) => passage),
    signal,
  );
  return evidence.flatMap((one, position) => {
    const study = found[position];
    return study === undefined ? [] : [{ ...one, study }];
  });
}

function strengthOfBest(groups: readonly ExaminedGroup[], { knownShare }: Retrieval, { language }: Question): Strength {
  const [best] = groups;
  if (best === undefined) return 'none';
  return strengthOf(confidence({ ...best.features, knownShare }), language);
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
