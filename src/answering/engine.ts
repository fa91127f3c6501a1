import type { DocumentMetadata, Scope } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { IndexSummary } from '../retrieval/passage-index.js';
import type { Question } from '../retrieval/question.js';
import type { Answer, Citation } from './answer.js';
import type { CheckedCitation, LawAnswer, LawRequest } from './law-answer.js';
import type { KnownLaw } from './known-laws.js';
import type { Verification } from './verification.js';

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
  /** The card of one law, an article of it, and the passages that name it. */
  law(request: LawRequest, signal?: AbortSignal): Promise<LawAnswer>;
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
