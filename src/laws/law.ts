/**
 * The kinds of rules and programmes that the catalogue holds, described and not judged. `programme` is a system, a
 * project or a campaign known by its own name rather than by the title of a document.
 */
export const LAW_KINDS = [
  'law',
  'administrative regulation',
  'departmental rule',
  'normative document',
  'judicial document',
  'Party document',
  'strategy or plan',
  'initiative',
  'joint statement',
  'programme',
] as const;

export type LawKind = (typeof LAW_KINDS)[number];

/**
 * A day with the place that it was read from. The day is as exact as that place: YYYY-MM-DD, YYYY-MM or YYYY, never
 * rounded.
 */
export interface DatedFact {
  readonly value: string;
  readonly source: string;
}

/** A Chinese name in both scripts; only the script differs, never the words. */
export interface ChineseName {
  readonly zhHans: string;
  readonly zhHant: string;
}

/** The days of one text of a law. Unknown is null. */
export interface LawDates {
  readonly adopted: DatedFact | null;
  readonly published: DatedFact | null;
  readonly inForce: DatedFact | null;
}

/**
 * One text of a law. `amended`: parts changed under the same law; `revised`: issued anew under the same name.
 */
export interface LawVersion extends LawDates {
  readonly change: 'original' | 'amended' | 'revised';
  /** Official address of this text, or null where none is known. */
  readonly url: string | null;
}

/** What took the place of a law. */
export interface Replacement {
  /** Id in the catalogue, or null where the replacement is not in it. */
  readonly law: string | null;
  readonly title: string;
  readonly since: DatedFact;
}

/**
 * Another rule that a reader of this one should know. `modified-by`: where they differ the other one is to be read with
 * it, without a change of its text; `supplemented-by`: adds to it; `replaces` and `preceded-by`: stood before it under
 * another title; `followed-by`: came after it.
 */
export interface RelatedRule {
  readonly relation: 'modified-by' | 'supplemented-by' | 'replaces' | 'preceded-by' | 'followed-by';
  readonly title: string;
  readonly law: string | null;
  readonly number: string | null;
  readonly adopted: string | null;
  readonly published: string | null;
  readonly inForce: string | null;
  readonly url: string | null;
  readonly source: string;
}

/** One entry of the catalogue. Facts only: what is unknown is null and shown as unknown. */
export interface Law {
  /** Lower-case letters, digits and hyphens; never changes. */
  readonly id: string;
  /** Name of its slash command: as `id`, at most 32 characters, unique. */
  readonly command: string;
  readonly kind: LawKind;
  readonly title: ChineseName;
  /** The title without 中华人民共和国. */
  readonly shortTitle: ChineseName;
  /** `official` is false where no authority of the issuer's published the English title: shown as unofficial. */
  readonly english: { readonly title: string; readonly official: boolean; readonly source: string };
  /** Names that mean this law wherever they stand, titles included. The two scripts hold the same names. */
  readonly names: {
    readonly zhHans: readonly string[];
    readonly zhHant: readonly string[];
    readonly en: readonly string[];
  };
  /** Names that mean this law when somebody types them or puts an article beside them, but not in any running text (CSL). */
  readonly abbreviations: readonly string[];
  /** Wordings that name what the document is about (a congress, a campaign), not the document. */
  readonly subjects: readonly string[];
  /** Longer names that contain one of the names and mean something else. */
  readonly lookAlikes: readonly string[];
  readonly issuer: { readonly zh: string; readonly en: string };
  readonly number: { readonly text: string; readonly source: string } | null;
  /** Days of the first text under this law, or of the present one where it was revised. */
  readonly dates: LawDates;
  /** Oldest first, at least one. */
  readonly versions: readonly LawVersion[];
  readonly replacedBy: Replacement | null;
  readonly related: readonly RelatedRule[];
  /** Official address, and where it was read; the latter is null where it was not noted. */
  readonly address: { readonly url: string; readonly source: string | null } | null;
}
