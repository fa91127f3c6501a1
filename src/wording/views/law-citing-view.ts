import type { LawCitations, MeantText } from '../../answering/law/law-answer.js';
import type { Words } from '../words.js';
import { viewCitation, type CitationView } from './citation-view.js';
import { viewProvision } from './law-view.js';
import { viewQuote, type QuoteView } from './quote-view.js';

/** A passage that cites a law, with the sentence that does as its highlight. */
export interface CitingPassageView extends CitationView {
  readonly id: string;
  readonly quote: QuoteView;
  /** Which text of the law was in force when this was written, as a sentence; null where its date does not decide it. */
  readonly meant: string | null;
}

/** Who cites a law, or a place in it, in words. */
export interface LawCitingView {
  /** The law and the place. */
  readonly heading: string;
  /** How many passages cite it, and how many of them are shown; or that none does. */
  readonly count: string;
  /** Documents first, newest first; then other laws. */
  readonly passages: readonly CitingPassageView[];
  readonly disclaimer: string;
}

export function viewLawCiting({ title, provision, total, more, passages }: LawCitations, words: Words): LawCitingView {
  const place = provision === null ? [] : [viewProvision(provision, words)];
  return {
    heading: [words.citation.title(title), ...place].join(words.partSeparator),
    count: total === 0 ? words.law.citedNowhere : words.law.citedIn(passages.length, total, more),
    passages: passages.map(({ id, text, citation, sentence, meant }) => ({
      ...viewCitation(citation, words),
      id,
      quote: viewQuote(text, sentence, citation.gaps, words),
      meant: meant === null ? null : viewMeant(meant, words),
    })),
    disclaimer: words.law.disclaimer,
  };
}

function viewMeant({ version, outdatedSince }: MeantText, words: Words): string {
  const day = version === null ? words.unknown.date : words.date.day(version);
  return words.law.meant(day, outdatedSince === null ? null : words.date.day(outdatedSince));
}
