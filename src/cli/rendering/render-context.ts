import type { ContextView } from '../../wording/views/context-view.js';
import { renderCitation, renderSpeaker, type Canvas } from './render-answer.js';
import { renderQuote } from './render-quote.js';

/** A passage between its neighbours, the passage itself marked as a highlight is. */
export function renderContext(view: ContextView, canvas: Canvas): readonly string[] {
  const { style, columns } = canvas;
  return [
    style.heading(view.heading),
    ...renderSpeaker('', view.speaker.line, canvas),
    ...view.passages.flatMap(({ quote, asked }, index) => {
      const text = quote.before + quote.highlight + quote.after;
      const shown = asked ? { ...quote, before: '', highlight: text, after: '' } : quote;
      return [...(index === 0 ? [] : ['']), ...renderQuote(shown, style, columns)];
    }),
    ...renderCitation(view, canvas),
  ];
}
