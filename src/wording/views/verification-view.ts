import type { Difference, Occurrence, Verification } from '../../answering/verification/verification.js';
import type { Words } from '../words.js';
import { viewCitation, type CitationView } from './citation-view.js';
import { viewQuote, type QuoteView } from './quote-view.js';

/** A place in the documents where the text, or the nearest to it, stands. */
export interface OccurrenceView extends CitationView {
  readonly passage: string;
  /** The whole sentence of the source, the text in it highlighted. */
  readonly quote: QuoteView;
  /** Where the rest of the clause holds a negation that the text leaves out; else null. */
  readonly warning: string | null;
}

/** Whether a text stands in the documents, in words. */
export interface VerificationView {
  readonly verdict: Verification['verdict'];
  /** One sentence that says it. */
  readonly heading: string;
  /** Where a negation or a number differs; else null. */
  readonly warning: string | null;
  readonly occurrences: readonly OccurrenceView[];
  /** Steps from the source's wording to the checked one; empty but for the verdict `different`. */
  readonly differences: readonly Difference[];
  /** What the two marks mean; null where nothing is marked. */
  readonly legend: { readonly missing: string; readonly added: string } | null;
}

/** A quotation of one's own choice says nothing about what stands around it. */
const NO_GAPS = { start: false, end: false };

function viewOccurrence(occurrence: Occurrence, words: Words): OccurrenceView {
  const { citation, passage, text, within } = occurrence;
  const start = within.indexOf(text);
  return {
    ...viewCitation(citation, words),
    passage,
    // The parts of a text that goes over a declared join may not stand side by side in the sentence.
    quote:
      start === -1
        ? viewQuote(text, [0, text.length], NO_GAPS, words)
        : viewQuote(within, [start, start + text.length], NO_GAPS, words),
    warning: occurrence.leavesOutNegation ? words.verification.leavesOutNegation : null,
  };
}

export function viewVerification(verification: Verification, words: Words): VerificationView {
  const { verdict } = verification;
  const heading = words.verification[verdict];
  const plain = { verdict, heading, warning: null, differences: [], legend: null };
  switch (verification.verdict) {
    case 'absent':
      return { ...plain, occurrences: [] };
    case 'verbatim':
    case 'equivalent':
      return { ...plain, occurrences: verification.occurrences.map((one) => viewOccurrence(one, words)) };
    case 'different':
      return {
        verdict,
        heading,
        warning: verification.changesMeaning ? words.verification.changesMeaning : null,
        occurrences: [viewOccurrence(verification.nearest, words)],
        differences: verification.differences,
        legend: { missing: words.verification.missing, added: words.verification.added },
      };
  }
}
