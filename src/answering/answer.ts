import type { DocumentKind } from '../documents/document-kind.js';
import type { DocumentDate, Truncation } from '../documents/document.js';
import type { Provision } from '../documents/passage.js';
import type { Span } from '../documents/span.js';
import type { Language } from '../shared/language.js';

/** What a reader must know before relying on a quotation: a key with facts; the views word it. */
export type Notice =
  /** `replacedBy` (an id of the catalogue, or a title where it is not in it) took the place of a rule that the passage names. */
  | {
      readonly key: 'rule-replaced';
      readonly law: string;
      readonly replacedBy: string;
      readonly since: string | null;
      readonly title: string;
      readonly replacedByTitle: string;
    }
  /** A rule that the passage names was amended or issued anew after the document was written. */
  | { readonly key: 'rule-amended'; readonly law: string; readonly since: string | null; readonly title: string }
  /** A later rule (`by` is its title) changed how one that the passage names applies. */
  | {
      readonly key: 'rule-modified';
      readonly law: string;
      readonly by: string;
      readonly since: string | null;
      readonly title: string;
    }
  /** The passage is from the text of `law` of the day `version`; a newer text is in force since `since`. */
  | {
      readonly key: 'text-outdated';
      readonly law: string;
      readonly version: string | null;
      readonly since: string;
      readonly title: string;
    }
  /** The passage stands in the abstract of its document, not in its body. */
  | { readonly key: 'abstract' };

/** Where a passage stands, who speaks and when: enough to open and check it. What is unknown is null. */
export interface Citation {
  /** One line without line breaks, such as 《…》 · 新华社 · 2023-07-15（推定）· section. */
  readonly label: string;
  readonly document: string;
  readonly title: string;
  readonly author: string | null;
  readonly agency: string | null;
  readonly publisher: string | null;
  readonly date: DocumentDate | null;
  readonly kind: DocumentKind | null;
  readonly section: readonly string[];
  readonly provision: Provision | null;
  readonly page: number | null;
  readonly file: string;
  readonly spans: readonly Span[];
  /** SHA-256 of the source text that the spans count in. */
  readonly sha256: string;
  /** True where text was lost at the start or the end of this passage: views show […] outside the quotation. */
  readonly truncated: boolean;
  readonly notices: readonly Notice[];
  readonly url: string | null;
  /** Which of these the file itself does not state; every view marks them as inferred. */
  readonly inferred: readonly ('author' | 'agency' | 'publisher')[];
  /** On which side of the passage text was lost: `truncated` is true where either holds. */
  readonly gaps: Truncation;
}

/** A near-identical passage of another place, shown once. */
export interface AlsoIn {
  readonly id: string;
  readonly text: string;
  readonly citation: Citation;
}

export interface AnswerPassage {
  /** From 1. */
  readonly rank: number;
  readonly id: string;
  /** 0 to 1, comparable within one answer. */
  readonly score: number;
  readonly text: string;
  /** The sentence (or ；-clause of a sentence over 120 characters) that matches, as a span of `text`. */
  readonly highlight: Span | null;
  readonly citation: Citation;
  readonly alsoIn: readonly AlsoIn[];
}

/** What a follow-up was understood as: the question before with what the follow-up changes. */
export interface Understood {
  readonly question: string;
  /** What it is restricted to, by the follow-up itself or as the question before was. */
  readonly law: string | null;
  readonly document: string | null;
  readonly kind: DocumentKind | null;
}

export type Strength = 'strong' | 'weak' | 'none';

/** An answer as `yinju ask --json` prints it: keys may be added at the end, never moved or renamed. */
export interface Answer {
  readonly id: string | null;
  readonly question: string;
  readonly language: Language;
  /** `none`: the documents do not answer this; the passages are then merely the nearest. */
  readonly status: 'answered' | 'none';
  readonly strength: Strength;
  readonly passages: readonly AnswerPassage[];
  readonly milliseconds: { readonly embed: number; readonly search: number; readonly total: number };
  /** There only where the question was taken as a follow-up of the one before. */
  readonly understood?: Understood;
}
