import type { AlsoIn, Answer, AnswerPassage } from '../../answering/answer.js';
import type { Words } from '../words.js';
import { viewCitation, type CitationView } from './citation-view.js';
import { viewQuote, type QuoteView } from './quote-view.js';

/** A near-identical passage of another place. */
export interface AlsoInView extends CitationView {
  readonly id: string;
  readonly quote: QuoteView;
}

/** A passage as it is shown. Views print `speaker` before `quote`. */
export interface PassageView extends CitationView {
  /** From 1. */
  readonly rank: number;
  readonly id: string;
  readonly quote: QuoteView;
  readonly alsoIn: readonly AlsoInView[];
}

/** An answer in words: the one view model of terminal, Discord and web. Plain text throughout. */
export interface AnswerView {
  /** As it was asked. */
  readonly question: string;
  /** What a follow-up was understood as; null for a question of its own. */
  readonly understood: string | null;
  /** Over the passages; says when the documents do not answer. */
  readonly heading: string;
  /** How well the passages match; null where the heading already says that nothing answers. */
  readonly strengthLine: string | null;
  /** False where the passages are merely the nearest. */
  readonly answered: boolean;
  readonly passages: readonly PassageView[];
}

function headingOf(answer: Answer, words: Words): string {
  if (answer.passages.length === 0) return words.answer.nothing;
  return answer.status === 'answered' ? words.answer.match : words.answer.nearest;
}

function viewAlsoIn(also: AlsoIn, words: Words): AlsoInView {
  return {
    ...viewCitation(also.citation, words),
    id: also.id,
    quote: viewQuote(also.text, null, also.citation.gaps, words),
  };
}

export function viewPassage(passage: AnswerPassage, words: Words): PassageView {
  return {
    ...viewCitation(passage.citation, words),
    rank: passage.rank,
    id: passage.id,
    quote: viewQuote(passage.text, passage.highlight, passage.citation.gaps, words),
    alsoIn: passage.alsoIn.map((also) => viewAlsoIn(also, words)),
  };
}

/** Words an answer. Pure: the same answer and words give the same view. */
export function viewAnswer(answer: Answer, words: Words): AnswerView {
  const answered = answer.status === 'answered' && answer.passages.length > 0;
  return {
    question: answer.question,
    understood: answer.understood?.question ?? null,
    heading: headingOf(answer, words),
    strengthLine: answered ? words.answer.strength[answer.strength] : null,
    answered,
    passages: answer.passages.map((passage) => viewPassage(passage, words)),
  };
}
