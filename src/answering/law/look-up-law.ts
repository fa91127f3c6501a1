import type { Passage } from '../../documents/passage.js';
import { holdsPlace, placesOf } from '../../laws/texts/article-places.js';
import type { CitedProvision } from '../../laws/citations/citation.js';
import { statusOf } from '../../laws/catalogue/law-status.js';
import type { TextAtHand } from '../../laws/texts/law-texts.js';
import type { Answer } from '../answer.js';
import { findCiting } from './find-citing.js';
import type { ArticleOutcome, LawAnswer, LawPassage, LawRequest, LawTextSummary } from './law-answer.js';
import { citePassages, isInferred, type LawLookupParts } from './law-lookup-parts.js';
import type { LawShelf } from './law-shelf.js';
import { resolveLaw, titleOf } from './resolve-law.js';

/** Answers a question about the law of this id; null where it cannot be asked. */
export type AnswerWithin = (law: string, question: string) => Promise<Answer | null>;

/** Everything about one law: its card, an article of it, the passages that name it, and the answer to a question. */
export async function lookUpLaw(
  request: LawRequest,
  parts: LawLookupParts,
  answerWithin: AnswerWithin,
  signal?: AbortSignal,
): Promise<LawAnswer> {
  const { index, catalogue, shelf, today, noticesOf } = parts;
  const resolved = resolveLaw(request.name, catalogue, shelf.texts);
  if (resolved.kind !== 'found') return resolved;
  const { id } = resolved;
  const day = request.asOf ?? today;
  const law = catalogue.byId(id);
  const text = shelf.texts.on(id, day, request.asOf !== null);
  const documents = new Map((await index.documents(request.scopes, signal)).map((one) => [one.id, one]));
  const cite = (passages: readonly Passage[]): readonly LawPassage[] => citePassages(passages, documents, noticesOf);
  const mentions = await mentionsOf(id, request, parts, cite, signal);
  return {
    kind: 'found',
    id,
    title: titleOf(id, catalogue, shelf.texts),
    day,
    law,
    status: law === null ? null : statusOf(law, day),
    text: text === null ? null : await summaryOf(text, shelf, day),
    versions: shelf.texts.of(id).map(({ version }) => version),
    article: request.provision === null ? null : await articleOf(request.provision, text, shelf, day, cite),
    mentions: mentions.passages,
    mentionCount: mentions.count,
    answer: request.question === null ? null : await answerWithin(id, request.question),
  };
}

async function summaryOf(text: TextAtHand, shelf: LawShelf, day: string): Promise<LawTextSummary> {
  const { passages, first, last } = await shelf.articles(text);
  return {
    version: text.version,
    inferred: isInferred(text),
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
  const { passages, numbers } = await shelf.articles(text);
  const found = passages.get(provision.article ?? '') ?? [];
  const [first] = found;
  if (first !== undefined && holdsPlace(placesOf(found), provision)) {
    const at = numbers.indexOf(provision.article ?? '');
    return {
      outcome: 'found',
      provision,
      passages: cite(found),
      previous: numbers[at - 1] ?? null,
      next: numbers[at + 1] ?? null,
      section: first.section,
    };
  }
  const outdated = shelf.texts.outdatedSince(text, day) !== null;
  return { outcome: outdated ? 'unchecked' : 'absent', provision, passages: [] };
}

/** Passages of other documents that name a law, and how many there are. */
interface Mentions {
  readonly passages: readonly LawPassage[];
  readonly count: number;
}

/**
 * The passages that name a law. Of a law in the catalogue the index knows them; of any other they are sought as those
 * that cite it are. Texts of other laws that do not count on the day are left out.
 */
async function mentionsOf(
  law: string,
  request: LawRequest,
  parts: LawLookupParts,
  cite: (passages: readonly Passage[]) => readonly LawPassage[],
  signal?: AbortSignal,
): Promise<Mentions> {
  const { index, catalogue, shelf, today } = parts;
  const { scopes, asOf, limit } = request;
  if (catalogue.byId(law) === null) {
    const { passages, total } = await findCiting({ ...request, provision: null }, parts, signal);
    return { passages: passages.map(({ id, text, citation }) => ({ id, text, citation })), count: total };
  }
  const without = shelf.texts.notCounting(asOf ?? today, asOf !== null);
  const rows = await index.rowsHolding([], { scopes, document: null, kind: null, law, without }, signal);
  const others = (await index.passages(rows, signal)).filter(({ provision }) => provision?.law !== law);
  return { passages: cite(others.slice(0, limit)), count: others.length };
}
