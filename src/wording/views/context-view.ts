import type { PassageContext } from '../../answering/engine.js';
import type { Passage } from '../../documents/passage.js';
import type { Words } from '../words.js';
import { viewCitation, type CitationView } from './citation-view.js';
import { viewQuote, type QuoteView } from './quote-view.js';

export interface ContextPassageView {
  readonly id: string;
  readonly quote: QuoteView;
  /** True for the passage whose context was asked for. */
  readonly asked: boolean;
}

/** A passage with its neighbours, in reading order. The citation is that of the passage asked for. */
export interface ContextView extends CitationView {
  readonly heading: string;
  readonly passages: readonly ContextPassageView[];
}

export function viewContext(context: PassageContext, words: Words): ContextView {
  const view = (passage: Passage): ContextPassageView => ({
    id: passage.id,
    quote: viewQuote(passage.text, null, passage.truncated, words),
    asked: passage.id === context.passage.id,
  });
  return {
    ...viewCitation(context.citation, words),
    heading: words.answer.context,
    passages: [...context.before, context.passage, ...context.after].map(view),
  };
}
