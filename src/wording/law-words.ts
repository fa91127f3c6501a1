import type { CitationVerdict } from '../laws/citations/citation.js';
import type { LawStatus } from '../laws/catalogue/law-status.js';
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
  /** The places that facts were read from, in one line. */
  readonly sources: (list: string) => string;
  /** A text at hand: its day, and from which article to which it goes. */
  readonly textAtHand: (day: string, articles: number, first: string, last: string) => string;
  readonly noText: string;
  /** That no text counts on the day here, where to read it, and how to add it. */
  readonly noTextAtHand: (title: string, day: string, url: string | null) => string;
  /** The same for readers who cannot add one, under the address: that no text counts on the day here, and where to read it. */
  readonly noTextHere: (title: string, day: string, hasAddress: boolean) => string;
  readonly outdated: (day: string, since: string) => string;
  /** 条 款 项; `286-1` is 第二百八十六条之一. At least one is given; `items` are the first and the last of several. */
  readonly provision: (
    article: string | null,
    paragraph: number | null,
    item: number | null,
    items?: readonly [first: number, last: number],
  ) => string;
  /** 目, behind the words of its 项. */
  readonly subitem: (subitem: number) => string;
  /** Which text of a law: that of a day. */
  readonly textOfDay: (day: string) => string;
  readonly absent: (title: string, place: string, day: string, first: string, last: string) => string;
  /** No text that counts is at hand. */
  readonly unchecked: (title: string, place: string) => string;
  /** The place is not in the text at hand, of `day` and from `first` to `last`; but that is out of date since `since`. */
  readonly uncheckedInOldText: (
    title: string,
    place: string,
    text: { readonly day: string; readonly first: string; readonly last: string; readonly since: string },
  ) => string;
  readonly mentions: (shown: number, all: number) => string;
  readonly noMentions: string;
  /** `more`: there may be further ones. */
  readonly citedIn: (shown: number, all: number, more: boolean) => string;
  readonly citedNowhere: string;
  /** Which text was in force when a passage was written, and since when there is a newer one. */
  readonly meant: (day: string, outdatedSince: string | null) => string;
  /** What can be looked at from an article, as labels. */
  readonly steps: {
    readonly previous: string;
    readonly next: string;
    readonly chapter: string;
    readonly citedBy: string;
    readonly citation: string;
  };
  /** Above a list of all laws that can be asked for. */
  readonly known: (count: number) => string;
  readonly ambiguous: (name: string) => string;
  readonly unknownLaw: (name: string) => string;
  readonly didYouMean: string;
  /** Where a name means nothing: which commands list what is known, and make more known. */
  readonly howToKnow: string;
  readonly badArticle: (typed: string) => string;
  /** Under every card. */
  readonly disclaimer: string;
  readonly verdicts: Readonly<Record<CitationVerdict, string>>;
  readonly noCitations: string;
  readonly citations: (count: number) => string;
}
