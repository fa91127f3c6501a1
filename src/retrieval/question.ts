import type { DocumentKind } from '../documents/document-kind.js';
import type { Scope } from '../documents/document.js';
import type { Language } from '../shared/language.js';

/** The question before in the same conversation, as it was understood: a follow-up goes on from it. */
export interface ConversationContext {
  readonly question: string;
  /** What it was restricted to; null where it was not. */
  readonly law: string | null;
  readonly document: string | null;
  readonly kind: DocumentKind | null;
}

/** A question with everything that bears on its answer. Plain data but for the signal. */
export interface Question {
  /** As asked, without white space around it; 1 to `MAXIMUM_QUESTION_LENGTH` UTF-16 units. */
  readonly text: string;
  readonly language: Language;
  /** Id of a law of the catalogue: only passages that speak of it or belong to it. */
  readonly law: string | null;
  /** Article of that law, such as `286-1`. */
  readonly article: string | null;
  /** Id of a document; `003` means `003-1` and `003-2` too. */
  readonly document: string | null;
  /**
   * Ids of the documents that are searched where neither a document nor a law is named; those that are not there do not
   * count. Everything is searched where it is left out, or none of them is there.
   */
  readonly among?: readonly string[];
  readonly kind: DocumentKind | null;
  /** Day for which the law is asked, YYYY-MM-DD; null means today. */
  readonly asOf: string | null;
  /** Scopes that the asker may see. Filtered before ranking. */
  readonly scopes: readonly Scope[];
  /** Null where nothing came before, or where that does not matter. */
  readonly context: ConversationContext | null;
  /** How many passages to show, 1 to 20. */
  readonly limit: number;
}

export const MAXIMUM_QUESTION_LENGTH = 2000;
export const DEFAULT_LIMIT = 5;
export const MAXIMUM_LIMIT = 20;
