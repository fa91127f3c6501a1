import type { Difference } from '../../answering/verification/verification.js';
import type { OccurrenceView, VerificationView } from '../../wording/views/verification-view.js';
import type { Words } from '../../wording/words.js';
import { clipText } from './clip-text.js';
import { boldMarkdown, escapeMarkdown, quoteMarkdown } from './escape-markdown.js';
import { containerMessage, fitsLimits, separator, textDisplay, type OutgoingMessage } from './message.js';
import { address, field, renderPassage, subtext } from './render-passage.js';
import { withoutTurns } from './without-turns.js';
import { shortenQuote, type ShortenedQuote } from './shorten-quote.js';

/** Code points of the checked text that are shown: it stands in front of whoever typed it. */
const SHOWN_TEXT_LENGTH = 300;

/** Signs around a difference, beside its bold: they are read out and copied as well. */
const MARKS: Readonly<Record<'missing' | 'added', readonly [string, string]>> = {
  missing: ['[-', '-]'],
  added: ['{+', '+}'],
};

const READ_ON = '…';
const NOTICES = 3;
const ALL = { alsoIn: 0, notices: NOTICES };

/** How much of the wording around and within differences is shown: code points at each end of a piece, from all to few. */
const PIECE_ENDS = [Number.POSITIVE_INFINITY, 60, 20, 8] as const;

/** A text that was verified, and what came of it. */
export interface VerifiedText {
  readonly text: string;
  readonly view: VerificationView;
}

/**
 * Whether a text stands in the documents, as one message within all limits: the places, each with who speaks and its
 * citation, or the nearest wording with the differences marked. What does not fit is left out in this order: the last
 * places, with a line that counts them; then parts of the one quotation left, or the middles of long pieces between and
 * within differences, and the last differences. Whatever is left out is marked. A citation is never cut.
 */
export function renderVerification(verified: VerifiedText, words: Words): OutgoingMessage {
  return verified.view.legend === null ? renderPlaces(verified, words) : renderDifferences(verified, words);
}

function heading({ text, view }: VerifiedText, words: Words): string {
  return [
    subtext(escapeMarkdown(words.discord.asking.verified)),
    field(withoutTurns(text), SHOWN_TEXT_LENGTH),
    `### ${escapeMarkdown(view.heading)}`,
    ...(view.warning === null ? [] : [boldMarkdown(view.warning)]),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const whole = ({ quote }: OccurrenceView): ShortenedQuote => ({ quote, cut: { before: false, after: false } });

function renderPlace(place: OccurrenceView, rank: number, quote: ShortenedQuote, words: Words): string {
  const notices = [...(place.warning === null ? [] : [place.warning]), ...place.notices];
  return renderPassage({ ...place, rank, notices, alsoIn: [] }, quote, ALL, words);
}

function renderPlaces(verified: VerifiedText, words: Words): OutgoingMessage {
  const { occurrences } = verified.view;
  const message = (texts: readonly string[]): OutgoingMessage => {
    const leftOut = occurrences.length - texts.length;
    return containerMessage([
      textDisplay(heading(verified, words)),
      ...texts.flatMap((text) => [separator(), textDisplay(text)]),
      ...(leftOut === 0 ? [] : [textDisplay(subtext(escapeMarkdown(words.discord.asking.morePlaces(leftOut))))]),
    ]);
  };
  const texts = occurrences.map((place, at) => renderPlace(place, at + 1, whole(place), words));
  for (let count = texts.length; count > 0; count -= 1) {
    const some = message(texts.slice(0, count));
    if (fitsLimits(some)) return some;
  }
  const [first] = occurrences;
  if (first === undefined) return message([]);
  const withQuote = (quote: ShortenedQuote): OutgoingMessage => message([renderPlace(first, 1, quote, words)]);
  return withQuote(shortenQuote(first.quote, (quote) => fitsLimits(withQuote(quote))));
}

function renderDifferences(verified: VerifiedText, words: Words): OutgoingMessage {
  const { differences, legend, occurrences } = verified.view;
  const message = (pieces: readonly Difference[], ends: number): OutgoingMessage => {
    const marked = renderPieces(pieces, ends);
    const cut = pieces.length < differences.length ? ` ${READ_ON}` : '';
    return containerMessage([
      textDisplay(heading(verified, words)),
      separator(),
      textDisplay(
        [
          ...occurrences.map((one) => field(one.speaker.line)),
          ...occurrences.map((one) => placeLine(one, words)),
          quoteMarkdown(marked + cut),
          ...(legend === null ? [] : [subtext(legendLine(legend, words))]),
          ...occurrences.flatMap((one) => sourceLines(one, words)),
        ]
          .filter((line) => line !== '')
          .join('\n'),
      ),
    ]);
  };
  for (const ends of PIECE_ENDS) {
    const all = message(differences, ends);
    if (fitsLimits(all)) return all;
  }
  const shortest = PIECE_ENDS[PIECE_ENDS.length - 1] ?? 0;
  let [low, high] = [0, differences.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (fitsLimits(message(differences.slice(0, middle), shortest))) low = middle;
    else high = middle;
  }
  return message(differences.slice(0, low), shortest);
}

/** Pieces as markdown. Differences side by side share their bold: its marks would not be understood next to each other. */
function renderPieces(pieces: readonly Difference[], ends: number): string {
  let markdown = '';
  let differing = '';
  for (const { kind, text } of pieces) {
    const shown = withoutMiddle(text, ends);
    if (kind === 'same') {
      markdown += boldMarkdown(differing) + escapeMarkdown(shown);
      differing = '';
    } else {
      const [open, close] = MARKS[kind];
      // Line breaks would end the bold, and the quotation with it.
      differing += open + shown.replace(/\s+/g, ' ') + close;
    }
  }
  return markdown + boldMarkdown(differing);
}

/** The two ends of a text with an ellipsis between them, where that is shorter. */
function withoutMiddle(text: string, ends: number): string {
  const points = Array.from(text);
  if (points.length <= 2 * ends + 3) return text;
  return `${points.slice(0, ends).join('')} ${READ_ON} ${points.slice(-ends).join('')}`;
}

function placeLine({ title, section, page }: OccurrenceView, words: Words): string {
  return [title, section, page].flatMap((one) => (one === null ? [] : [field(one)])).join(words.partSeparator);
}

function legendLine({ missing, added }: { readonly missing: string; readonly added: string }, words: Words): string {
  return [`${MARKS.missing.join(READ_ON)} ${missing}`, `${MARKS.added.join(READ_ON)} ${added}`]
    .map(escapeMarkdown)
    .join(words.partSeparator);
}

function sourceLines({ warning, notices, source, url }: OccurrenceView, words: Words): readonly string[] {
  const notes = [...(warning === null ? [] : [warning]), ...notices].slice(0, NOTICES);
  return [
    ...notes.map((note) => subtext(field(clipText(note, 200), 200))),
    subtext([field(source.line), ...address(url)].join(words.partSeparator)),
  ];
}
