import type { DocumentMetadata } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import { holdsPlace, placesOf } from '../laws/article-places.js';
import { namesOf, type Catalogue } from '../laws/catalogue.js';
import type { CitedProvision } from '../laws/citation.js';
import { statusOf } from '../laws/law-status.js';
import type { LawTexts, TextAtHand } from '../laws/law-texts.js';
import type { Law } from '../laws/law.js';
import { bigramSimilarity } from '../laws/near-names.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import { foldText } from '../shared/fold-text.js';
import type { Notice } from './answer.js';
import { citationOf } from './citation.js';
import type { ArticleOutcome, LawAnswer, LawName, LawPassage, LawRequest, LawTextSummary } from './law-answer.js';
import type { LawShelf } from './law-shelf.js';

/** What a reader must know before relying on a passage. */
export type NoticesOf = (passage: Passage, document: DocumentMetadata) => readonly Notice[];

export interface LawLookupParts {
  readonly index: PassageIndex;
  readonly catalogue: Catalogue;
  /** Of the scopes of the request. */
  readonly shelf: LawShelf;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly noticesOf: NoticesOf;
}

/** Similarity of two names from which one is near enough to be offered. */
const NEAR_FROM = 0.3;
const NEAR_AT_MOST = 3;

/** Everything about one law: its card, an article of it, and the passages that name it. */
export async function lookUpLaw(request: LawRequest, parts: LawLookupParts, signal?: AbortSignal): Promise<LawAnswer> {
  const { index, catalogue, shelf, today } = parts;
  const { name, scopes } = request;
  const found = catalogue.byName(name);
  const id = found.kind === 'found' ? found.law.id : shelf.texts.idOf(name);
  if (id === null) {
    if (found.kind === 'ambiguous') return { kind: 'ambiguous', name, candidates: found.candidates.map(nameOf) };
    const near = found.kind === 'unknown' ? found.near : [];
    return { kind: 'unknown', name, near: nearest(name, near, shelf.texts) };
  }
  const day = request.asOf ?? today;
  const law = catalogue.byId(id);
  const text = shelf.texts.on(id, day, request.asOf !== null);
  const documents = new Map((await index.documents(scopes, signal)).map((one) => [one.id, one]));
  const cite = (passages: readonly Passage[]): readonly LawPassage[] =>
    citePassages(passages, documents, parts.noticesOf);
  const mentions = await mentionsOf(id, request, index, signal);
  return {
    kind: 'found',
    id,
    title: law?.title.zhHans ?? text?.name ?? shelf.texts.of(id)[0]?.name ?? id,
    day,
    law,
    status: law === null ? null : statusOf(law, day),
    text: text === null ? null : await summaryOf(text, shelf, day),
    versions: shelf.texts.of(id).map(({ version }) => version),
    article: request.provision === null ? null : await articleOf(request.provision, text, shelf, day, cite),
    mentions: cite(mentions.slice(0, request.limit)),
    mentionCount: mentions.length,
  };
}

/** Passages with their citations; those of documents that are not given are left out. */
export function citePassages(
  passages: readonly Passage[],
  documents: ReadonlyMap<string, DocumentMetadata>,
  noticesOf: NoticesOf,
): readonly LawPassage[] {
  return passages.flatMap((passage) => {
    const document = documents.get(passage.document);
    if (document === undefined) return [];
    const citation = citationOf(passage, document, noticesOf(passage, document));
    return [{ id: passage.id, text: passage.text, citation }];
  });
}

async function summaryOf(text: TextAtHand, shelf: LawShelf, day: string): Promise<LawTextSummary> {
  const { passages, first, last } = await shelf.articles(text);
  return {
    version: text.version,
    inferred: text.documents.some(({ date }) => date?.basis === 'inferred'),
    from: text.from,
    documents: text.documents.map(({ id }) => id),
    articles: passages.size,
    firstArticle: first,
    lastArticle: last,
    outdatedSince: shelf.texts.outdatedSince(text, day),
  };
}

async function articleOf(
  provision: CitedProvision,
  text: TextAtHand | null,
  shelf: LawShelf,
  day: string,
  cite: (passages: readonly Passage[]) => readonly LawPassage[],
): Promise<ArticleOutcome> {
  if (text === null) return { outcome: 'unchecked', provision, passages: [] };
  const { passages } = await shelf.articles(text);
  const found = passages.get(provision.article ?? '') ?? [];
  if (found.length > 0 && holdsPlace(placesOf(found), provision))
    return { outcome: 'found', provision, passages: cite(found) };
  const outdated = shelf.texts.outdatedSince(text, day) !== null;
  return { outcome: outdated ? 'unchecked' : 'absent', provision, passages: [] };
}

async function mentionsOf(
  law: string,
  { scopes }: LawRequest,
  index: PassageIndex,
  signal?: AbortSignal,
): Promise<readonly Passage[]> {
  const rows = await index.rowsHolding([], { scopes, document: null, kind: null, law }, signal);
  const passages = await index.passages(rows, signal);
  return passages.filter(({ provision }) => provision?.law !== law);
}

const nameOf = ({ id, title, english }: Law): LawName => ({ id, title: title.zhHans, english: english.title });

/** The nearest of the catalogue's laws and of those known by a text at hand, nearest first. */
function nearest(name: string, near: readonly Law[], texts: LawTexts): readonly LawName[] {
  const known = near.map((law) => ({
    law: nameOf(law),
    likeness: Math.max(...namesOf(law).map((one) => likeness(name, one))),
  }));
  const others = texts
    .names()
    .filter(({ law }) => !near.some(({ id }) => id === law))
    .map(({ law: id, name: title }) => ({ law: { id, title, english: null }, likeness: likeness(name, title) }))
    .filter((one) => one.likeness >= NEAR_FROM);
  return [...known, ...others]
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, NEAR_AT_MOST)
    .map(({ law }) => law);
}

/** 0 to 1; a part of a name is as like as the whole. */
function likeness(typed: string, name: string): number {
  const [one, other] = [foldText(typed), foldText(name).replace(/^中华人民共和国(?=.)/u, '')];
  return other.includes(one) ? 1 : bigramSimilarity(one, other);
}
