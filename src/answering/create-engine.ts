import type { DocumentMetadata, Scope } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { Encoder } from '../embedding/encoder.js';
import { findMentions, type LawMention } from '../laws/find-mentions.js';
import type { LawTexts } from '../laws/law-texts.js';
import { noticesFor } from '../laws/notices.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { QuestionKnowledge } from '../retrieval/plan-question.js';
import type { Clock } from '../shared/clock.js';
import { remember } from '../shared/remember.js';
import { answerQuestion } from './answer-question.js';
import type { Notice } from './answer.js';
import { articlesFirst } from './articles-first.js';
import { checkCitations } from './check-citations.js';
import { citationOf } from './citation.js';
import { citedArticles } from './cited-articles.js';
import type { Engine, PassageContext } from './engine.js';
import { knownLaws } from './known-laws.js';
import { citePassages, lookUpLaw, type NoticesOf } from './look-up-law.js';
import { LawShelf } from './law-shelf.js';
import { StudiedPassages } from './studied-passages.js';
import { verifyQuotation } from './verify-quotation.js';

export interface EngineParts {
  readonly index: PassageIndex;
  readonly encoder: Encoder;
  readonly knowledge: QuestionKnowledge;
  readonly clock: Clock;
}

/** Texts whose laws are kept: those of the passages found last, as their studies are. */
const KEPT_TEXTS = 1000;

/** Shelves that are kept, one for each set of scopes: the servers that ask most. */
const KEPT_SHELVES = 16;

/** The engine over one generation of an index. */
export function createEngine(parts: EngineParts): Engine {
  const { index, encoder, knowledge, clock } = parts;
  const lawsIn = remember(KEPT_TEXTS, (text: string) => findMentions(text, knowledge.matcher));
  const studies = new StudiedPassages(encoder, (text) => lawsIn(text).map(({ law }) => law));
  const { catalogue } = knowledge;
  const today = (): string => clock.now().toISOString().slice(0, 10);
  const shelfOf = remember(KEPT_SHELVES, (key: string) => LawShelf.open(index, catalogue, JSON.parse(key) as Scope[]));
  const shelfFor = (scopes: readonly Scope[]): Promise<LawShelf> => shelfOf(JSON.stringify(scopes));
  const noticing = async (scopes: readonly Scope[]): Promise<NoticesOf> => {
    const { texts } = await shelfFor(scopes);
    return (passage, document) => [
      ...textNotices(passage, texts, knowledge, today()),
      ...lawNotices(lawsIn(passage.text), document, knowledge, today()),
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

  return {
    answer: async (asked, signal) => {
      const { scopes, limit } = asked;
      const question = { ...asked, law: asked.law === null ? null : await lawMeantBy(asked.law, scopes) };
      const noticesOf = await noticing(scopes);
      const answer = await answerQuestion(question, { ...parts, studies, lawsIn, noticesOf }, signal);
      const shelf = await shelfFor(scopes);
      const articles = await citedArticles(question, catalogue, shelf, today());
      if (articles.length === 0) return answer;
      const documents = new Map((await index.documents(scopes, signal)).map((one) => [one.id, one]));
      return articlesFirst(answer, citePassages(articles, documents, noticesOf), limit);
    },
    law: async (request, signal) => {
      const noticesOf = await noticing(request.scopes);
      const shelf = await shelfFor(request.scopes);
      return lookUpLaw(request, { index, catalogue, shelf, today: today(), noticesOf }, signal);
    },
    lawNames: async (scopes) => knownLaws(catalogue, (await shelfFor(scopes)).texts),
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

/** What a reader must know of the text of a law that a passage is from: that a newer one is in force. */
function textNotices(
  { provision, document }: Passage,
  texts: LawTexts,
  { catalogue }: QuestionKnowledge,
  today: string,
): readonly Notice[] {
  if (provision === null) return [];
  const { law, version } = provision;
  const text = texts.of(law).find(({ documents }) => documents.some(({ id }) => id === document));
  const since = text === undefined ? null : texts.outdatedSince(text, today);
  const title = catalogue.byId(law)?.shortTitle.zhHans ?? text?.name ?? law;
  return since === null ? [] : [{ key: 'text-outdated', law, version, since, title }];
}

/** The notices of the laws that a passage names, with their titles for readers. */
function lawNotices(
  mentions: readonly LawMention[],
  document: DocumentMetadata,
  { catalogue }: QuestionKnowledge,
  today: string,
): readonly Notice[] {
  const titleOf = (id: string): string => catalogue.byId(id)?.shortTitle.zhHans ?? id;
  return noticesFor(mentions, document.date, today, catalogue).map((notice): Notice => {
    const title = titleOf(notice.law);
    if (notice.key !== 'rule-replaced') return { ...notice, title };
    return { ...notice, title, replacedByTitle: titleOf(notice.replacedBy) };
  });
}
