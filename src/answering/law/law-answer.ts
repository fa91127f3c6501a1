import type { CitedProvision, LawCitation } from '../../laws/citations/citation.js';
import type { LawStatus } from '../../laws/catalogue/law-status.js';
import type { Law } from '../../laws/law.js';
import type { Scope } from '../../documents/document.js';
import type { Span } from '../../documents/span.js';
import type { Answer, Citation } from '../answer.js';

/** What is asked about one law. */
export interface LawRequest {
  /** Any name of it, its id, or the name of a text at hand. */
  readonly name: string;
  readonly provision: CitedProvision | null;
  /**
   * What is asked of this law: sought in its text and in the passages that name it; 1 to `MAXIMUM_QUESTION_LENGTH`
   * UTF-16 units without white space around it. Null where nothing is asked.
   */
  readonly question: string | null;
  /** Day for which it is asked, YYYY-MM-DD; null means today. */
  readonly asOf: string | null;
  readonly scopes: readonly Scope[];
  /** How many passages that mention or cite it to bring, at least 0. A question is answered with 1 to 20 of them. */
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

/** An article with its place in the text: what stands before and after it, and above. */
export interface FoundArticle {
  readonly outcome: 'found';
  readonly provision: CitedProvision;
  readonly passages: readonly LawPassage[];
  /** Number of the article before it in the same text, such as `286-1`; null at the start. */
  readonly previous: string | null;
  /** Number of the article after it in the same text; null at the end. */
  readonly next: string | null;
  /** Headings above it (编, 章, 节), outermost first. */
  readonly section: readonly string[];
}

/**
 * What came of asking for an article: `found` with its passages in order; `absent` from the text at hand; `absent` is
 * never said where a newer text is known to exist: then it is `unchecked`, as where no text is at hand.
 */
export type ArticleOutcome =
  | FoundArticle
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
  /**
   * Passages of other documents that name it, at most `limit`: of a law in the catalogue in the order of the documents,
   * of any other as `LawCitations` has them.
   */
  readonly mentions: readonly LawPassage[];
  /** How many there are in all; of a law outside the catalogue at least so many. */
  readonly mentionCount: number;
  /** The answer to the question, from the law's own text and the passages that name it; null where nothing was asked. */
  readonly answer: Answer | null;
}

/** An answer about one law. A name that fits several laws is asked back, never guessed. */
export type LawAnswer =
  | LawCard
  | { readonly kind: 'ambiguous'; readonly name: string; readonly candidates: readonly LawName[] }
  | { readonly kind: 'unknown'; readonly name: string; readonly near: readonly LawName[] };

/** A whole chapter of the text of a law that counts on a day. */
export interface LawChapter {
  /** Id of the law. */
  readonly id: string;
  readonly title: string;
  /** Day of the text, YYYY-MM-DD; null where unknown. `inferred` is true where the file itself does not state it. */
  readonly version: string | null;
  readonly inferred: boolean;
  /** Its headings, outermost first (编, 章; never a 节); empty where the text has none: then it is the whole text. */
  readonly section: readonly string[];
  /** Its articles in order; one that was split gives several passages. */
  readonly articles: readonly LawPassage[];
  /** Since when a newer text is known to be in force, YYYY-MM-DD; null where none is known. */
  readonly outdatedSince: string | null;
}

/** Which text of a law a document meant, judged by its date. */
export interface MeantText {
  /** Day on which that text was adopted or amended last, YYYY-MM-DD; null where unknown. */
  readonly version: string | null;
  /** Since when it was in force, YYYY-MM-DD; null where unknown. */
  readonly from: string | null;
  readonly atHand: boolean;
  /** Since when a newer text is in force on the day of the request, YYYY-MM-DD; null where none is known. */
  readonly outdatedSince: string | null;
}

/** A passage that cites a law, with the sentence that does. */
export interface CitingPassage extends LawPassage {
  /** The first sentence of the passage that cites it, as a span of `text`. */
  readonly sentence: Span;
  /** Null where the date of the document does not decide it: it has none, or its range holds the day of a change. */
  readonly meant: MeantText | null;
}

/** Who cites a law, or one place in it. */
export interface LawCitations {
  /** Id of the law; null where the name means no law that is known, or several. */
  readonly id: string | null;
  /** Title of the law, or the name as it was asked where `id` is null. */
  readonly title: string;
  /** The place that is cited; null: who names the law. */
  readonly provision: CitedProvision | null;
  /** How many passages cite it. Where `more` is true there may be further ones that were not looked at. */
  readonly total: number;
  readonly more: boolean;
  /** Passages of documents first, then those of other laws; of each the newest first. At most `limit` of the request. */
  readonly passages: readonly CitingPassage[];
}

/** The text against which a citation was held: its day and the articles that it has. */
export interface CheckedAgainst {
  readonly version: string | null;
  readonly firstArticle: string | null;
  readonly lastArticle: string | null;
  /** Since when a newer text is known to be in force; null where none is known. */
  readonly outdatedSince: string | null;
}

/**
 * A citation with its verdict; `checked` is null where no text of the law is at hand. With a text its ranges name every
 * article of it that lies in them.
 */
export interface CheckedCitation extends Omit<LawCitation, 'ranges'> {
  readonly checked: CheckedAgainst | null;
}
