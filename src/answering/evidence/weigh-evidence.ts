import type { DocumentDate, DocumentMetadata } from '../../documents/document.js';
import type { Evidence } from '../../retrieval/evidence.js';
import type { Question } from '../../retrieval/question.js';
import { retrieve, type Retrieval, type RetrievalParts } from '../../retrieval/retrieve.js';
import type { MatchFeatures } from '../refusal/match-features.js';
import { unsaidOf, unsaidSum } from '../refusal/unsaid.js';
import { examineEvidence, type ExaminedGroup } from './examine-evidence.js';
import { bodyBeforeAbstract, groupEvidence, newerTwinFirst, type StudiedEvidence } from './group-evidence.js';
import { homeOf } from './home-document.js';
import { rankByTokens } from './rank-by-tokens.js';
import type { StudiedPassages } from './studied-passages.js';

export interface WeighingParts extends RetrievalParts {
  readonly studies: StudiedPassages;
  /** The laws that a text names: ids, and the names as they stand there. */
  readonly lawsIn: (text: string) => readonly { readonly law: string; readonly wording: string }[];
}

/** What speaks for the passages that a question found. */
export interface WeighedEvidence {
  readonly retrieval: Retrieval;
  /** Best first, near-identical passages together; more than the question's limit. */
  readonly groups: readonly ExaminedGroup[];
  /** Those that the question may see, by id. */
  readonly documents: ReadonlyMap<string, DocumentMetadata>;
  /** Of the first group, or null where there is none. */
  readonly features: MatchFeatures | null;
  /** What the passage of the first group leaves unsaid of the question, in forms. */
  readonly unsaid: ReadonlySet<string>;
}

/** How many passages are looked at sentence by sentence for each one shown, and at least. */
const EXAMINED = { perShown: 3, least: 20 } as const;

/** What a passage of the document that the question names has before one of another document. */
const HOME_LEAD = 0.1;

/**
 * Retrieves passages for a question, groups them and examines their sentences. Whether they answer is not decided here.
 * The document that the question names is searched for itself, by what the question says beside its name.
 */
export async function weighEvidence(
  question: Question,
  parts: WeighingParts,
  signal?: AbortSignal,
): Promise<WeighedEvidence> {
  const metadata = await parts.index.documents(question.scopes, signal);
  const documents = new Map(metadata.map((document) => [document.id, document]));
  const { retrieval, groups: found } = await search(question, parts, documents, signal);
  const seen = metadata.filter(({ id }) => parts.without?.includes(id) !== true);
  const home = homeOf(question, parts.lawsIn(question.text), seen);
  const own = home === null ? [] : (await search(home, parts, documents, signal)).groups;
  const groups = own.length === 0 ? found : ownFirst(own, found, documents);
  const [best] = groups;
  const unsaid = unsaidOf(
    retrieval,
    (term) => best?.shown.study.stretches.some(({ terms }) => terms.has(term)) === true,
  );
  const features =
    best === undefined ? null : { ...best.features, knownShare: retrieval.knownShare, unsaid: unsaidSum(unsaid) };
  return { retrieval, groups, documents, features, unsaid };
}

async function search(
  question: Question,
  parts: WeighingParts,
  documents: ReadonlyMap<string, DocumentMetadata>,
  signal?: AbortSignal,
): Promise<Pick<WeighedEvidence, 'retrieval' | 'groups'>> {
  const examined = Math.max(EXAMINED.least, question.limit * EXAMINED.perShown);
  const retrieval = await retrieve(question, examined, parts, signal);
  const evidence = await studied(retrieval.evidence, parts.studies, signal);
  const groups = examineEvidence(groupEvidence(evidence), question, retrieval, parts.lawsIn, documents);
  const { tokens } = retrieval;
  const nearest = parts.encoder.tokens?.nearest;
  const ranked = tokens === null || nearest === undefined ? groups : await rankByTokens(groups, tokens, nearest);
  return { retrieval, groups: inOrder(ranked, documents) };
}

/** Groups, best first, in the order in which they are shown. Of two laws with the same clause the older is no worse. */
function inOrder(
  groups: readonly ExaminedGroup[],
  documents: ReadonlyMap<string, DocumentMetadata>,
): readonly ExaminedGroup[] {
  const dateOf = (id: string): DocumentDate | null => {
    const document = documents.get(id);
    return document === undefined || document.law !== undefined ? null : document.date;
  };
  return bodyBeforeAbstract(newerTwinFirst(groups, dateOf));
}

/** The groups of the document that is named and all others in one order; of a passage in both, the one of the document. */
function ownFirst(
  own: readonly ExaminedGroup[],
  found: readonly ExaminedGroup[],
  documents: ReadonlyMap<string, DocumentMetadata>,
): readonly ExaminedGroup[] {
  const ids = new Set(own.flatMap(({ shown, alsoIn }) => [shown, ...alsoIn].map(({ passage }) => passage.id)));
  const led = own.map((group) => ({ ...group, score: Math.min(1, group.score + HOME_LEAD) }));
  const others = found.filter(({ shown }) => !ids.has(shown.passage.id));
  return inOrder(
    [...led, ...others].sort((one, other) => other.score - one.score),
    documents,
  );
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
