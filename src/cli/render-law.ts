import type { LawPassageView, LawView } from '../wording/law-view.js';
import { viewQuote } from '../wording/quote-view.js';
import { renderCitation, renderSpeaker, type Canvas } from './render-answer.js';
import { renderLabelled, renderParagraph, renderQuote } from './render-quote.js';
import { textWidth } from './text-width.js';

const NO_GAPS = { start: false, end: false };

/** The card of a law: facts, notices, the article, the passages that name it, and that this is no legal advice. */
export function renderLaw(view: LawView, canvas: Canvas): readonly string[] {
  const { style, columns } = canvas;
  const indent = Math.max(0, ...view.facts.map(({ label }) => textWidth(label))) + 2;
  return [
    style.heading(view.heading),
    ...view.facts.flatMap(({ label, value }) => renderLabelled(label, value, columns, indent)),
    ...view.notices.flatMap((notice) => renderLabelled('!', notice, columns, 2).map(style.warning)),
    ...(view.place === null ? [] : ['', style.heading(view.place)]),
    ...(view.problem === null ? [] : renderParagraph(view.problem, columns, 0).map(style.warning)),
    ...view.article.flatMap((passage) => renderLawPassage(passage, canvas)),
    '',
    style.heading(view.mentionsHeading),
    ...view.mentions.flatMap((passage) => ['', ...renderLawPassage(passage, canvas)]),
    '',
    ...renderParagraph(view.disclaimer, columns, 0).map(style.quiet),
  ];
}

function renderLawPassage(passage: LawPassageView, canvas: Canvas): readonly string[] {
  return [
    ...renderSpeaker('', passage.speaker.line, canvas),
    ...passage.lines.flatMap((line) =>
      renderQuote(viewQuote(line, null, NO_GAPS, canvas.words), canvas.style, canvas.columns),
    ),
    ...renderCitation(passage, canvas),
  ];
}
