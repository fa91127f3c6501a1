import type { AnswerView, PassageView } from '../wording/answer-view.js';
import type { CitationView } from '../wording/citation-view.js';
import type { Words } from '../wording/words.js';
import { printable } from './printable.js';
import { renderLabelled, renderQuote } from './render-quote.js';
import type { TerminalStyle } from './terminal-style.js';

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

/**
 * Where a text stands: the citation on one line of its own, never broken (a long one is for the terminal to fold, so
 * that it can be copied whole), the file with its checksum, and what the reader must know.
 */
export function renderCitation(citation: CitationView, canvas: Canvas): readonly string[] {
  const { style, columns } = canvas;
  const place = [citation.source.line, citation.page].filter((part) => part !== null).join(' · ');
  return [
    `    ${printable(citation.label)}`,
    style.quiet(`    ${printable(place)}`),
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
    ...passage.alsoIn.map((also) => style.quiet(`    - ${printable(also.label)}`)),
  ];
}

/** An answer as lines; an empty line stands before each passage. */
export function renderAnswer(view: AnswerView, canvas: Canvas): readonly string[] {
  return [
    ...renderHeading(view, canvas),
    ...view.passages.flatMap((passage) => ['', ...renderPassage(passage, canvas)]),
  ];
}
