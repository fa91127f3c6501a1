import type { DocumentMetadata, Scope } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { IndexSummary } from '../retrieval/passage-index.js';
import type { Question } from '../retrieval/question.js';
import type { Answer, Citation } from './answer.js';
import type { KnownLaw } from './law/known-laws.js';
import type { CheckedCitation, LawAnswer, LawChapter, LawCitations, LawRequest } from './law/law-answer.js';
import type { Verification } from './verification/verification.js';

/** A passage with its neighbours in reading order. */
export interface PassageContext {
  readonly passage: Passage;
  readonly citation: Citation;
  /** Nearest last. */
  readonly before: readonly Passage[];
  /** Nearest first. */
  readonly after: readonly Passage[];
}

/** A document with how many passages it gave. */
export interface SourceSummary {
  readonly metadata: DocumentMetadata;
  readonly passages: number;
}

/**
 * All that the terminal, Discord and the web see of Yinju. It takes and gives plain data (but for the signal), so that
 * it can live in a worker thread.
 */
export interface Engine {
  /** `asOf` of the question decides which text of a law is sought in; without it that is the newest that counts today. */
  answer(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** The passage with `reach` neighbours on each side, or null where no passage of that id may be seen. */
  context(
    passageId: string,
    reach: number,
    scopes: readonly Scope[],
    signal?: AbortSignal,
  ): Promise<PassageContext | null>;
  /** Whether a text stands in the documents word for word. */
  verify(text: string, scopes: readonly Scope[], signal?: AbortSignal): Promise<Verification>;
  /** The card of one law, an article of it, the passages that name it, and the answer to what is asked of it. */
  law(request: LawRequest, signal?: AbortSignal): Promise<LawAnswer>;
  /**
   * The whole chapter (章; 编 where there are none; the whole text where it has neither) that holds the article of the
   * request, in the text that counts on its day. Null where no law, no text or no such article is at hand.
   */
  chapter(request: LawRequest, signal?: AbortSignal): Promise<LawChapter | null>;
  /**
   * The passages of documents and of other laws that cite the place of the request: the article, or the paragraph, item
   * and 目 where they are named; ranges and what lies in the place count. Without a place those that name the law.
   */
  citing(request: LawRequest, signal?: AbortSignal): Promise<LawCitations>;
  /** Every law that `law` knows, with all its names. */
  lawNames(scopes: readonly Scope[]): Promise<readonly KnownLaw[]>;
  /** The citations of laws in a text, in its order, held against the texts at hand. `asOf` is YYYY-MM-DD or null for today. */
  cite(
    text: string,
    asOf: string | null,
    scopes: readonly Scope[],
    signal?: AbortSignal,
  ): Promise<readonly CheckedCitation[]>;
  sources(scopes: readonly Scope[], signal?: AbortSignal): Promise<readonly SourceSummary[]>;
  summary(): Promise<IndexSummary>;
  close(): Promise<void>;
}
