import type { AlsoInView, PassageView } from '../../wording/views/answer-view.js';
import type { CitationView } from '../../wording/views/citation-view.js';
import type { Words } from '../../wording/words.js';
import { clipText } from './clip-text.js';
import { boldMarkdown, escapeMarkdown, quoteMarkdown } from './escape-markdown.js';
import type { ShortenedQuote } from './shorten-quote.js';

/**
 * Code points of one field of a citation. No real one comes near; it only keeps a broken document from filling the
 * message, so that a citation is never what has to be cut.
 */
const FIELD_LENGTH = 160;

/** Stands where a part of the passage was left out, on a line outside the quotation. */
export const READ_ON = '…';

/** Code points of one notice: two long titles of laws and a sentence around them. */
const NOTICE_LENGTH = 200;

/** How much is said beside the quotation and its citation. */
export interface PassageExtent {
  /** Near-identical passages to name. */
  readonly alsoIn: number;
  /** Notices to show; those left out are counted. */
  readonly notices: number;
}

/** A fact in one line, escaped, its end left out where it is longer than so many code points. */
export function field(text: string, maximum = FIELD_LENGTH): string {
  return escapeMarkdown(clipText(text.replace(/\s+/g, ' ').trim(), maximum));
}

/** Fields in one line, those that are there. */
function joined(fields: readonly (string | null)[], words: Words): string {
  return fields.flatMap((one) => (one === null || one.trim() === '' ? [] : [field(one)])).join(words.partSeparator);
}

export function subtext(line: string): string {
  return `-# ${line}`;
}

/** The address as a link, or nothing where it is none of the web or too long to be shown whole. */
export function address(url: string | null): readonly string[] {
  if (url === null || !URL.canParse(url)) return [];
  const { protocol, href } = new URL(url);
  const shown = (protocol === 'https:' || protocol === 'http:') && href.length <= FIELD_LENGTH;
  return shown ? [`<${href.replaceAll('>', '%3E')}>`] : [];
}

function sourceLine(citation: CitationView, words: Words): string {
  return [joined([citation.source.line], words), ...address(citation.url)].join(words.partSeparator);
}

function alsoInLine(also: AlsoInView, words: Words): string {
  return joined([also.speaker.line, also.title, also.section], words);
}

/** A quotation as markdown: its highlight in bold, marks where the source has lost text, and where some is left out. */
export function quotation({ quote, cut }: ShortenedQuote, words: Words): readonly string[] {
  const text = `${escapeMarkdown(quote.before)}${boldMarkdown(quote.highlight)}${escapeMarkdown(quote.after)}`;
  const parts = [escapeMarkdown(quote.gapBefore), text, escapeMarkdown(quote.gapAfter)];
  return [
    ...(cut.before ? [subtext(READ_ON)] : []),
    quoteMarkdown(parts.filter((part) => part !== '').join(' ')),
    ...(cut.before || cut.after ? [subtext(`${READ_ON} ${escapeMarkdown(words.discord.shortened)}`)] : []),
  ];
}

function noticeLines(notices: readonly string[], shown: number): readonly string[] {
  const leftOut = notices.length - Math.min(notices.length, shown);
  const lines = notices.slice(0, shown).map((notice) => subtext(field(notice, NOTICE_LENGTH)));
  return leftOut === 0 ? lines : [...lines, subtext(`${READ_ON} (+${leftOut})`)];
}

/**
 * A passage as markdown: who speaks, of what kind and when, then where it stands, then the text with the answering
 * sentence in bold, then what a reader must know and where to check it. A screen reader says it in this order.
 */
export function renderPassage(
  passage: Omit<PassageView, 'id'>,
  shortened: ShortenedQuote,
  extent: PassageExtent,
  words: Words,
): string {
  return `${numbered(passage.rank, passage.speaker.line)}\n${fromPlaceOn(passage, shortened, extent, words)}`;
}

/** Who speaks in a passage: on a phone there is no room for more beside a button. `passageBody` belongs under it. */
export function passageHead({ rank, speaker }: Pick<PassageView, 'rank' | 'speaker'>): string {
  return numbered(rank, speaker.names);
}

/** A passage from its kind and date on, for under `passageHead`. `readQuotation` reads its text back. */
export function passageBody(
  passage: Omit<PassageView, 'id' | 'quote'>,
  shortened: ShortenedQuote,
  extent: PassageExtent,
  words: Words,
): string {
  const { kind, date } = passage.speaker;
  return `${joined([kind, date], words)}\n${fromPlaceOn(passage, shortened, extent, words)}`;
}

const numbered = (rank: number, line: string): string => `${escapeMarkdown(`[${rank}]`)} ${field(line)}`;

/** Where a passage stands, its text, and the lines after it. */
function fromPlaceOn(
  passage: Omit<PassageView, 'id' | 'quote'>,
  shortened: ShortenedQuote,
  extent: PassageExtent,
  words: Words,
): string {
  const also = passage.alsoIn.slice(0, extent.alsoIn);
  return [
    joined([passage.title, passage.section, passage.page], words),
    ...quotation(shortened, words),
    ...noticeLines(passage.notices, extent.notices),
    ...(also.length === 0 ? [] : [subtext(field(words.answer.alsoIn))]),
    ...also.map((one) => subtext(alsoInLine(one, words))),
    subtext(sourceLine(passage, words)),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
