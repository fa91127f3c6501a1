import type { LawChapterView } from '../../wording/views/law-chapter-view.js';
import type { LawCitingView } from '../../wording/views/law-citing-view.js';
import type { LawPassageView, LawView } from '../../wording/views/law-view.js';
import { viewQuote } from '../../wording/views/quote-view.js';
import { printable } from '../terminal/printable.js';
import { renderLabelled, renderParagraph } from '../terminal/render-paragraph.js';
import { padToWidth, textWidth } from '../terminal/text-width.js';
import type { LawStep } from './law-steps.js';
import { renderAnswer, renderCitation, renderSpeaker, type Canvas } from './render-answer.js';
import { renderQuote } from './render-quote.js';

const SOURCE_INDENT = 4;

/**
 * The card of a law: facts, notices, the article with the steps from it, the answer to what was asked or else, where no
 * article is shown, the passages that name the law; and that this is no legal advice.
 */
export function renderLaw(view: LawView, steps: readonly LawStep[], canvas: Canvas): readonly string[] {
  const { style, columns } = canvas;
  const indent = labelColumns(view.facts.map(({ label }) => label));
  const place = [view.place, view.section].filter((part) => part !== null).join(canvas.words.partSeparator);
  return [
    style.heading(view.heading),
    ...view.facts.flatMap(({ label, value }) => renderFact(label, value, indent, canvas)),
    ...renderNotices(view.notices, canvas),
    ...(place === '' ? [] : ['', ...renderParagraph(place, columns, 0).map(style.heading)]),
    ...(view.problem === null ? [] : renderParagraph(view.problem, columns, 0).map(style.warning)),
    ...view.article.flatMap((passage) => renderLawPassage(passage, canvas)),
    ...(steps.length === 0 ? [] : ['', ...renderSteps(steps, canvas)]),
    ...(view.answer === null ? [] : ['', ...renderAnswer(view.answer, canvas)]),
    ...(view.article.length > 0 || view.answer !== null ? [] : renderMentions(view, canvas)),
    '',
    ...(view.sources === null ? [] : renderParagraph(view.sources, columns, 0).map(style.quiet)),
    ...renderParagraph(view.disclaimer, columns, 0).map(style.quiet),
  ];
}

/** A whole chapter: its articles one below the other, each file named once below what comes from it. */
export function renderLawChapter(view: LawChapterView, canvas: Canvas): readonly string[] {
  const { style, columns } = canvas;
  const { articles } = view;
  return [
    ...renderParagraph(view.heading, columns, 0).map(style.heading),
    ...(view.section === null ? [] : renderParagraph(view.section, columns, 0).map(style.heading)),
    ...renderNotices(view.notices, canvas),
    ...articles.flatMap((article, index) => [
      '',
      ...renderLawLines(article, canvas),
      ...(article.source.file === articles[index + 1]?.source.file ? [] : renderSource(article, canvas)),
    ]),
    '',
    ...renderParagraph(view.disclaimer, columns, 0).map(style.quiet),
  ];
}

/** The passages that cite a law or a place in it, the citing sentence marked. */
export function renderLawCiting(view: LawCitingView, canvas: Canvas): readonly string[] {
  const { style, columns } = canvas;
  return [
    ...renderParagraph(view.heading, columns, 0).map(style.heading),
    ...renderParagraph(view.count, columns, 0),
    ...view.passages.flatMap((passage) => [
      '',
      ...renderSpeaker('', passage.speaker.line, canvas),
      ...renderQuote(passage.quote, style, columns),
      ...renderCitation(passage, canvas),
      ...(passage.meant === null ? [] : renderParagraph(passage.meant, columns, SOURCE_INDENT)),
    ]),
    '',
    ...renderParagraph(view.disclaimer, columns, 0).map(style.quiet),
  ];
}

/** An address is never broken: it must work when it is copied. */
function renderFact(label: string, value: string, indent: number, { columns }: Canvas): readonly string[] {
  if (/^https?:\/\/\S+$/.test(value)) return [padToWidth(label, indent) + printable(value)];
  return renderLabelled(label, value, columns, indent);
}

function renderNotices(notices: readonly string[], { style, columns }: Canvas): readonly string[] {
  return notices.flatMap((notice) => renderLabelled('!', notice, columns, 2).map(style.warning));
}

/** A command is never broken either. */
function renderSteps(steps: readonly LawStep[], { style }: Canvas): readonly string[] {
  const indent = labelColumns(steps.map(({ label }) => label));
  return steps.map(({ label, command }) => style.quiet(padToWidth(label, indent) + printable(command)));
}

function renderMentions({ mentionsHeading, mentions }: LawView, canvas: Canvas): readonly string[] {
  return [
    '',
    canvas.style.heading(mentionsHeading),
    ...mentions.flatMap((passage) => ['', ...renderLawPassage(passage, canvas)]),
  ];
}

function renderLawPassage(passage: LawPassageView, canvas: Canvas): readonly string[] {
  return [
    ...renderSpeaker('', passage.speaker.line, canvas),
    ...renderLawLines(passage, canvas),
    ...renderCitation(passage, canvas),
  ];
}

function renderLawLines({ lines, gaps }: LawPassageView, { words, style, columns }: Canvas): readonly string[] {
  return lines.flatMap((line, index) => {
    const own = { start: gaps.start && index === 0, end: gaps.end && index === lines.length - 1 };
    return renderQuote(viewQuote(line, null, own, words), style, columns);
  });
}

function renderSource({ source, url }: LawPassageView, { style, columns }: Canvas): readonly string[] {
  return [
    ...renderParagraph(source.line, columns, SOURCE_INDENT).map(style.quiet),
    ...(url === null ? [] : [style.quiet(' '.repeat(SOURCE_INDENT) + printable(url))]),
  ];
}

const labelColumns = (labels: readonly string[]): number => Math.max(0, ...labels.map(textWidth)) + 2;
