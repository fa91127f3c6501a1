import type { ContextPassageView, ContextView } from '../../wording/views/context-view.js';
import type { Words } from '../../wording/words.js';
import type { ButtonRow } from '../buttons/button-row.js';
import { boldMarkdown, escapeMarkdown } from './escape-markdown.js';
import { codePoints } from './limits.js';
import { containerMessage, fitsLimits, separator, textDisplay, type OutgoingMessage } from './message.js';
import { address, field, quotation, subtext } from './render-passage.js';
import { shortenQuote, type ShortenedQuote } from './shorten-quote.js';

/** Paragraphs around a passage. */
export interface ContextPart {
  /** Who speaks and where the passage stands, with all that is shown or not shown around it. */
  readonly view: ContextView;
  /** Those of its passages that are shown: from the first to before the last, as indexes. */
  readonly from: number;
  readonly to: number;
  /** Headings over each of its passages, innermost last, in one line; empty where there are none. */
  readonly sections: readonly string[];
  /** Whether the document begins with the first of those shown, or ends with the last. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Code points of each paragraph that are shown, from all to what always fits. */
const LENGTHS = [Number.POSITIVE_INFINITY, 700, 350, 150] as const;
const SHORTEST = 50;
const NOTICE_LENGTH = 200;
const NOTICES = 3;

/**
 * A passage with the paragraphs around it, or those further before or after it, word for word, within all limits. Where
 * they are too long, the ends of each are left out, at the end of a sentence or clause, and marked.
 */
export function renderContext(part: ContextPart, words: Words, rows: readonly ButtonRow[]): OutgoingMessage {
  const message = (length: number): OutgoingMessage =>
    containerMessage([
      textDisplay(header(part, words)),
      separator(),
      ...paragraphs(part, length, words).flatMap((text) => [textDisplay(text), separator()]),
      textDisplay(footer(part, words)),
      ...rows,
    ]);
  return LENGTHS.map(message).find(fitsLimits) ?? message(SHORTEST);
}

function header({ view }: ContextPart, words: Words): string {
  const { heading, speaker, title, section, page } = view;
  const place = [title, section, page].flatMap((one) => (one === null || one.trim() === '' ? [] : [field(one)]));
  return [`### ${escapeMarkdown(heading)}`, field(speaker.line), place.join(words.partSeparator)]
    .filter((line) => line !== '')
    .join('\n');
}

/** Those before the passage, itself, and those after it: each a text of its own under its name. */
function paragraphs({ view, from, to, sections }: ContextPart, length: number, words: Words): readonly string[] {
  const { before, itself, after } = words.discord.buttons.answer;
  const asked = view.passages.findIndex((one) => one.asked);
  const text = (start: number, end: number): string =>
    view.passages
      .slice(start, end)
      .map((passage, at) => paragraph(passage, sections[start + at] ?? '', sections[start + at - 1], length, words))
      .join('\n\n');
  const groups = [
    { name: before, start: from, end: Math.min(to, asked) },
    { name: itself, start: Math.max(from, asked), end: Math.min(to, asked + 1) },
    { name: after, start: Math.max(from, asked + 1), end: to },
  ];
  return groups
    .filter(({ start, end }) => start < end)
    .map(({ name, start, end }) => `${boldMarkdown(name)}\n${text(start, end)}`);
}

/** The headings over a paragraph stand there where they are not those of the paragraph before. */
function paragraph(
  { quote }: ContextPassageView,
  section: string,
  sectionBefore: string | undefined,
  length: number,
  words: Words,
): string {
  const isNew = sectionBefore !== undefined && section !== '' && section !== sectionBefore;
  const shortened: ShortenedQuote = shortenQuote(
    quote,
    ({ quote: some }) => codePoints(some.before + some.highlight + some.after) <= length,
  );
  return [...(isNew ? [subtext(field(section))] : []), ...quotation(shortened, words)].join('\n');
}

function footer({ view, begins, ends }: ContextPart, words: Words): string {
  const { beginning, end } = words.discord.buttons.answer;
  return [
    ...(begins ? [escapeMarkdown(beginning)] : []),
    ...(ends ? [escapeMarkdown(end)] : []),
    ...view.notices.slice(0, NOTICES).map((notice) => field(notice, NOTICE_LENGTH)),
    [field(view.source.line), ...address(view.url)].join(words.partSeparator),
  ]
    .map(subtext)
    .join('\n');
}
