import type { CitationVerdict } from '../laws/citation.js';
import type { LawStatus } from '../laws/law-status.js';
import type { LawVersion } from '../laws/law.js';

/**
 * What is said about laws, in one language. Titles are as the catalogue has them; days are worded already where a
 * parameter is called `day`, and YYYY-MM-DD, YYYY-MM or YYYY where it is called `date`.
 */
export interface LawWords {
  /** Names of the facts of a card. */
  readonly labels: {
    readonly kind: string;
    readonly issuer: string;
    readonly number: string;
    readonly status: string;
    readonly english: string;
    readonly address: string;
    readonly text: string;
    readonly otherTexts: string;
  };
  /** Names of the days of a text. */
  readonly days: { readonly adopted: string; readonly published: string; readonly inForce: string };
  readonly changes: Readonly<Record<LawVersion['change'], string>>;
  readonly status: {
    /** `amended`: in force, with a text that is not the first one. */
    readonly [State in LawStatus['state'] | 'amended']: (day: string, title: string) => string;
  };
  /** A status with the day for which it is told. */
  readonly onDay: (status: string, day: string) => string;
  /** The kind of an entry that is no document. */
  readonly programme: string;
  readonly unknown: string;
  readonly unofficial: (title: string) => string;
  /** A fact with the place that it was read from. */
  readonly withSource: (fact: string, source: string) => string;
  /** A text at hand: its day, and from which article to which it goes. */
  readonly textAtHand: (day: string, articles: number, first: string, last: string) => string;
  readonly noText: string;
  readonly outdated: (day: string, since: string) => string;
  /** 条 款 项; `286-1` is 第二百八十六条之一. At least one is given. */
  readonly provision: (article: string | null, paragraph: number | null, item: number | null) => string;
  readonly absent: (title: string, place: string, day: string, first: string, last: string) => string;
  readonly unchecked: (title: string, place: string) => string;
  readonly mentions: (shown: number, all: number) => string;
  readonly noMentions: string;
  readonly ambiguous: (name: string) => string;
  readonly unknownLaw: (name: string) => string;
  readonly didYouMean: string;
  readonly badArticle: (typed: string) => string;
  /** Under every card. */
  readonly disclaimer: string;
  readonly verdicts: Readonly<Record<CitationVerdict, string>>;
  readonly noCitations: string;
  readonly citations: (count: number) => string;
}
