import type { Span } from '../../documents/span.js';
import type { Citation } from '../answer.js';

/** One step of turning the source's wording into the checked one. */
export interface Difference {
  /** `missing`: in the source, not in the text; `added`: in the text, not in the source. */
  readonly kind: 'same' | 'missing' | 'added';
  readonly text: string;
}

/** A place in the documents. */
export interface Occurrence {
  /** Id of the passage in which it begins. */
  readonly passage: string;
  /** As the source has it: slices of the source text, joined. */
  readonly text: string;
  readonly citation: Citation;
  readonly spans: readonly Span[];
  /** The whole sentence or sentences in which it stands, as the source has them. */
  readonly within: string;
  /** True where the rest of its clause holds a negation: 是法外之地 stands word for word in 不是法外之地. */
  readonly leavesOutNegation: boolean;
}

/**
 * Whether a text stands in the documents.
 * `verbatim`: character for character; `equivalent`: alike but for width, script, spacing and the form of quotation
 * marks; `different`: nowhere, the nearest wording comes with its differences; `absent`: nowhere, and nothing is near.
 */
export type Verification =
  | { readonly verdict: 'verbatim' | 'equivalent'; readonly occurrences: readonly Occurrence[] }
  | {
      readonly verdict: 'different';
      readonly nearest: Occurrence;
      readonly differences: readonly Difference[];
      /**
       * True where a negation (不, 未, 无, 非, 没, 除外 ...; not, no) or a number differs, or stands in the same clause right
       * outside the nearest wording: the sense may be reversed.
       */
      readonly changesMeaning: boolean;
    }
  | { readonly verdict: 'absent' };
