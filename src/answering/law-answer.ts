import type { CitedProvision, LawCitation } from '../laws/citation.js';
import type { LawStatus } from '../laws/law-status.js';
import type { Law } from '../laws/law.js';
import type { Scope } from '../documents/document.js';
import type { Citation } from './answer.js';

/** What is asked about one law. */
export interface LawRequest {
  /** Any name of it, its id, or the name of a text at hand. */
  readonly name: string;
  readonly provision: CitedProvision | null;
  /** Day for which it is asked, YYYY-MM-DD; null means today. */
  readonly asOf: string | null;
  readonly scopes: readonly Scope[];
  /** How many passages that mention it to bring, at least 0. */
  readonly limit: number;
}

/** A law that may have been meant. */
export interface LawName {
  readonly id: string;
  readonly title: string;
  readonly english: string | null;
}

/** A text of a law at hand, with what it holds. */
export interface LawTextSummary {
  /** Day of the text, YYYY-MM-DD; null where unknown. `inferred` is true where the file itself does not state it. */
  readonly version: string | null;
  readonly inferred: boolean;
  /** Day from which it counts, YYYY-MM-DD; null where unknown. */
  readonly from: string | null;
  /** Ids of its documents. */
  readonly documents: readonly string[];
  readonly articles: number;
  readonly firstArticle: string | null;
  readonly lastArticle: string | null;
  /** Since when a newer text is known to be in force, YYYY-MM-DD; null where none is known. */
  readonly outdatedSince: string | null;
}

/** A passage of a law, or one that mentions it. */
export interface LawPassage {
  readonly id: string;
  readonly text: string;
  readonly citation: Citation;
}

/**
 * What came of asking for an article: `found` with its passages in order; `absent` from the text at hand; `absent` is
 * never said where a newer text is known to exist: then it is `unchecked`, as where no text is at hand.
 */
export type ArticleOutcome =
  | { readonly outcome: 'found'; readonly provision: CitedProvision; readonly passages: readonly LawPassage[] }
  | { readonly outcome: 'absent' | 'unchecked'; readonly provision: CitedProvision; readonly passages: readonly [] };

/** One law: what is known of it, its texts, its article, and who mentions it. */
export interface LawCard {
  readonly kind: 'found';
  readonly id: string;
  readonly title: string;
  /** YYYY-MM-DD: the day for which status and text are told. */
  readonly day: string;
  /** The catalogue's entry; null for a law that is known by its text alone. */
  readonly law: Law | null;
  /** Null where the law is not in the catalogue. */
  readonly status: LawStatus | null;
  /** The text that counts on the day; null where none is at hand. */
  readonly text: LawTextSummary | null;
  /** Days of all texts at hand, oldest first; null where unknown. */
  readonly versions: readonly (string | null)[];
  readonly article: ArticleOutcome | null;
  /** Passages of other documents that name it, in the order of the documents; at most `limit`. */
  readonly mentions: readonly LawPassage[];
  /** How many there are in all. */
  readonly mentionCount: number;
}

/** An answer about one law. A name that fits several laws is asked back, never guessed. */
export type LawAnswer =
  | LawCard
  | { readonly kind: 'ambiguous'; readonly name: string; readonly candidates: readonly LawName[] }
  | { readonly kind: 'unknown'; readonly name: string; readonly near: readonly LawName[] };

/** The text against which a citation was held: its day and the articles that it has. */
export interface CheckedAgainst {
  readonly version: string | null;
  readonly firstArticle: string | null;
  readonly lastArticle: string | null;
  /** Since when a newer text is known to be in force; null where none is known. */
  readonly outdatedSince: string | null;
}

/** A citation with its verdict; `checked` is null where no text of the law is at hand. */
export interface CheckedCitation extends LawCitation {
  readonly checked: CheckedAgainst | null;
}
