import type { AnswerView, PassageView } from '../../wording/views/answer-view.js';
import type { CitationView } from '../../wording/views/citation-view.js';
import type { Words } from '../../wording/words.js';
import { printable } from '../terminal/printable.js';
import { renderLabelled, renderParagraph } from '../terminal/render-paragraph.js';
import type { TerminalStyle } from '../terminal/terminal-style.js';
import { renderQuote } from './render-quote.js';

/** What every renderer needs to know about where its lines go. */
export interface Canvas {
  readonly words: Words;
  readonly style: TerminalStyle;
  readonly columns: number;
}

const INDENT = 4;
const NOTICE_INDENT = 6;

/** Heading of an answer, with how well its passages match. */
export function renderHeading(view: AnswerView, { style }: Canvas): readonly string[] {
  const strength = view.strengthLine === null ? '' : style.quiet(` · ${view.strengthLine}`);
  return [(view.answered ? style.heading(view.heading) : style.warning(view.heading)) + strength];
}

/** Title and headings, as they stand under a quotation. */
function placeOf({ title, section, page }: CitationView, { words }: Canvas): string {
  return [title, section, page].filter((part) => part !== null).join(words.partSeparator);
}

/**
 * Where a text stands: title, headings and page, the file with its checksum, and what the reader must know. Who speaks,
 * of what kind and when has been said before the quotation. An address is never broken: it must work when it is copied.
 */
export function renderCitation(citation: CitationView, canvas: Canvas): readonly string[] {
  const { style, columns } = canvas;
  return [
    ...renderParagraph(placeOf(citation, canvas), columns, INDENT),
    ...renderParagraph(citation.source.line, columns, INDENT).map(style.quiet),
    ...(citation.url === null ? [] : [style.quiet(`    ${printable(citation.url)}`)]),
    ...citation.notices.flatMap((notice) =>
      renderLabelled('    !', notice, columns, NOTICE_INDENT).map((line) => style.warning(line)),
    ),
  ];
}

/** Who speaks, wrapped, with the rank of the passage before it (or nothing). */
export function renderSpeaker(rank: string, line: string, { style, columns }: Canvas): readonly string[] {
  const [first = '', ...rest] = renderLabelled(rank, line, columns, INDENT);
  return [style.heading(rank) + first.slice(rank.length), ...rest];
}

/** One passage: who speaks, the quotation, its citation, the places where almost the same stands. */
export function renderPassage(passage: PassageView, canvas: Canvas): readonly string[] {
  const { words, style, columns } = canvas;
  return [
    ...renderSpeaker(String(passage.rank), passage.speaker.line, canvas),
    ...renderQuote(passage.quote, style, columns),
    ...renderCitation(passage, canvas),
    ...(passage.alsoIn.length === 0 ? [] : [style.quiet(`    ${words.answer.alsoIn}${words.colon}`)]),
    ...passage.alsoIn.flatMap((also) => {
      const line = [also.speaker.line, placeOf(also, canvas)].join(words.partSeparator);
      return renderLabelled('    -', line, columns, NOTICE_INDENT).map(style.quiet);
    }),
  ];
}

/** An answer as lines; an empty line stands before each passage. */
export function renderAnswer(view: AnswerView, canvas: Canvas): readonly string[] {
  return [
    ...renderHeading(view, canvas),
    ...view.passages.flatMap((passage) => ['', ...renderPassage(passage, canvas)]),
  ];
}
