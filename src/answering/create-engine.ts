import type { DocumentMetadata, Scope } from '../documents/document.js';
import type { Encoder } from '../embedding/encoder.js';
import { findMentions } from '../laws/names/find-mentions.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import { parseQuestion } from '../retrieval/parse-question.js';
import type { QuestionKnowledge } from '../retrieval/plan-question.js';
import { MAXIMUM_LIMIT, type Question } from '../retrieval/question.js';
import type { SearchMode } from '../retrieval/search-mode.js';
import type { Clock } from '../shared/clock.js';
import { remember } from '../shared/remember.js';
import type { Answer } from './answer.js';
import { answerQuestion } from './answer-question.js';
import { citationOf } from './citation.js';
import type { Engine, PassageContext } from './engine.js';
import { StudiedPassages } from './evidence/studied-passages.js';
import { articlesFirst } from './law/articles-first.js';
import { checkCitations } from './law/check-citations.js';
import { citedArticles } from './law/cited-articles.js';
import { countMentions } from './law/count-mentions.js';
import { findChapter } from './law/find-chapter.js';
import { findCiting } from './law/find-citing.js';
import { knownLaws } from './law/known-laws.js';
import { citePassages, type LawLookupParts, type NoticesOf } from './law/law-lookup-parts.js';
import { LawShelf } from './law/law-shelf.js';
import { lookUpLaw } from './law/look-up-law.js';
import { lawNotices, textNotices } from './law/passage-notices.js';
import { outsideOf } from './outside-of.js';
import { answerInContext } from './understand-question.js';
import { verifyQuotation } from './verification/verify-quotation.js';

export interface EngineParts {
  readonly index: PassageIndex;
  readonly encoder: Encoder;
  readonly knowledge: QuestionKnowledge;
  readonly clock: Clock;
  /** What questions are looked for by; `both` unless told. */
  readonly mode?: SearchMode;
}

/** Texts whose laws are kept: those of the passages found last, as their studies are. */
const KEPT_TEXTS = 1000;

/** Shelves that are kept, one for each set of scopes: the servers that ask most. */
const KEPT_SHELVES = 16;

/** The engine over one generation of an index. */
export function createEngine(parts: EngineParts): Engine {
  const { index, encoder, knowledge, clock } = parts;
  const lawsIn = remember(KEPT_TEXTS, (text: string) => findMentions(text, knowledge.matcher));
  const studies = new StudiedPassages(encoder, lawsIn);
  const { catalogue } = knowledge;
  const today = (): string => clock.now().toISOString().slice(0, 10);
  const shelfOf = remember(KEPT_SHELVES, (key: string) => LawShelf.open(index, catalogue, JSON.parse(key) as Scope[]));
  const shelfFor = (scopes: readonly Scope[]): Promise<LawShelf> => shelfOf(JSON.stringify(scopes));
  const noticing = async (scopes: readonly Scope[]): Promise<NoticesOf> => {
    const { texts } = await shelfFor(scopes);
    return (passage, document) => [
      ...textNotices(passage, texts, catalogue, today()),
      ...lawNotices(lawsIn(passage.text), document, catalogue, today()),
    ];
  };

  /** The id of a law given by its id or by any name of it; what means no law is kept, and then nothing belongs to it. */
  const lawMeantBy = async (law: string, scopes: readonly Scope[]): Promise<string> => {
    const known = catalogue.byId(law) ?? catalogue.named(law);
    return known?.id ?? (await shelfFor(scopes)).texts.idOf(law) ?? law;
  };

  const context = async (
    id: string,
    reach: number,
    scopes: readonly Scope[],
    signal?: AbortSignal,
  ): Promise<PassageContext | null> => {
    const row = await index.rowOf(id, scopes, signal);
    const [passage] = row === null ? [] : await index.passages([row], signal);
    if (passage === undefined) return null;
    const document = await documentOf(index, passage.document, scopes, signal);
    if (document === null) return null;
    const all = await index.passagesOf(passage.document, signal);
    const noticesOf = await noticing(scopes);
    const { position } = passage;
    return {
      passage,
      citation: citationOf(passage, document, noticesOf(passage, document)),
      before: all.slice(Math.max(0, position - reach), position),
      after: all.slice(position + 1, position + 1 + reach),
    };
  };

  const answer = async (asked: Question, signal?: AbortSignal): Promise<Answer> => {
    const { scopes, limit, asOf } = asked;
    const question = { ...asked, law: asked.law === null ? null : await lawMeantBy(asked.law, scopes) };
    const noticesOf = await noticing(scopes);
    const shelf = await shelfFor(scopes);
    // Somebody who searches one document wants that one, whichever text counts.
    const notCounting = question.document === null ? shelf.texts.notCounting(asOf ?? today(), asOf !== null) : [];
    const without = [...notCounting, ...outsideOf(question, await index.documents(scopes, signal))];
    const found = await answerQuestion(question, { ...parts, studies, lawsIn, noticesOf, without }, signal);
    const articles = await citedArticles(question, catalogue, shelf, today());
    if (articles.length === 0) return found;
    const documents = new Map((await index.documents(scopes, signal)).map((one) => [one.id, one]));
    return articlesFirst(found, citePassages(articles, documents, noticesOf), limit);
  };

  const lawParts = async (scopes: readonly Scope[]): Promise<LawLookupParts> => {
    const [shelf, noticesOf] = await Promise.all([shelfFor(scopes), noticing(scopes)]);
    return { index, catalogue, shelf, today: today(), noticesOf };
  };

  return {
    answer: answerInContext(answer, catalogue),
    law: async (request, signal) => {
      const { asOf, scopes } = request;
      const limit = Math.min(MAXIMUM_LIMIT, Math.max(1, request.limit));
      const answerWithin = async (law: string, text: string): Promise<Answer | null> => {
        const parsed = parseQuestion(text, { law, asOf, scopes, limit });
        return parsed.ok ? answer(parsed.question, signal) : null;
      };
      return lookUpLaw(request, await lawParts(scopes), answerWithin, signal);
    },
    chapter: async (request, signal) => findChapter(request, await lawParts(request.scopes), signal),
    citing: async (request, signal) => findCiting(request, await lawParts(request.scopes), signal),
    lawNames: async (scopes) => {
      const { texts } = await shelfFor(scopes);
      return knownLaws(catalogue, texts, await countMentions(catalogue, index, scopes));
    },
    cite: async (text, asOf, scopes) => {
      const shelf = await shelfFor(scopes);
      return checkCitations(text, catalogue, shelf, { day: asOf ?? today(), asked: asOf !== null });
    },
    context,
    verify: async (text, scopes, signal) => {
      const documents = new Map((await index.documents(scopes, signal)).map((one) => [one.id, one]));
      const noticesOf = await noticing(scopes);
      return verifyQuotation(
        text,
        scopes,
        {
          index,
          knowledge,
          cite: ({ passage, spans }) => {
            const document = documents.get(passage.document);
            return document === undefined ? null : citationOf(passage, document, noticesOf(passage, document), spans);
          },
        },
        signal,
      );
    },
    sources: async (scopes, signal) => {
      const documents = await index.documents(scopes, signal);
      return Promise.all(
        documents.map(async (metadata) => ({
          metadata,
          passages: (await index.passagesOf(metadata.id, signal)).length,
        })),
      );
    },
    summary: () => Promise.resolve(index.summary),
    close: () => encoder.close(),
  };
}

async function documentOf(
  index: PassageIndex,
  id: string,
  scopes: readonly Scope[],
  signal?: AbortSignal,
): Promise<DocumentMetadata | null> {
  return (await index.documents(scopes, signal)).find((document) => document.id === id) ?? null;
}
