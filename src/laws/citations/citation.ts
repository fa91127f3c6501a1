/**
 * A place in a law: 条 款 项 目. `article` is a number with the numbers of 之: `286-1` is 第二百八十六条之一. A null level
 * is not named; `article` is null only where a text names the paragraph alone.
 */
export interface CitedProvision {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly subitem: number | null;
}

/** A range of articles: the positions of its ends in the list of provisions, with what it names between them. */
export interface ArticleRange {
  readonly first: number;
  readonly last: number;
}

/** The places of one reference, in the order of the text. */
export interface CitedPlaces {
  /**
   * A range stands here with every whole number between its ends, where both are plain numbers and it is no longer than
   * `LONGEST_RANGE`; else with its ends alone. Which articles with a 之 lie in it only a text of the law tells.
   */
  readonly provisions: readonly CitedProvision[];
  /** In order; one may begin where the one before it ends. */
  readonly ranges: readonly ArticleRange[];
}

/**
 * What is known of a cited place. `found`: it stands in the text at hand; `absent`: the text at hand has no such place;
 * `superseded`: the rule is no longer in force; `unchecked`: the law is known, its text is not here; `unidentified`:
 * which law is meant is not known here. Only `found` may be shown as a pass.
 */
export type CitationVerdict = 'found' | 'absent' | 'superseded' | 'unchecked' | 'unidentified';

/** A reference to a law in a text, with its places; none where it names the law alone. */
export interface LawCitation extends CitedPlaces {
  /** The reference as it stands, between `start` and `end` (UTF-16 code units of the whole text). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Id in the catalogue, or null where it is not there. */
  readonly law: string | null;
  /** Title in simplified script as the catalogue has it, else as the text has it; null where the text names none. */
  readonly name: string | null;
  readonly verdict: CitationVerdict;
}
