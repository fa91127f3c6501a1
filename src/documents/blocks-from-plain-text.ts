import { plainBlock } from './blocks-from-sidecar.js';
import type { Block } from './document.js';
import { joinSpans } from './join-spans.js';
import { withoutMarkup } from './markup.js';
import { splitSentences } from './sentences.js';
import { sourceLines, type SourceLine } from './source-lines.js';

const MARKED_HEADING = /^(#{1,6})\s+\S/;
const NUMBERED_HEADING =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[编章节][\s　]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u;
const LIST_ITEM = /^(?:——|[-*+]\s+|[•·■●◆]\s*|\d{1,3}[.)、．](?!\d)\s*|[（(]\d{1,3}[)）])\S/u;
const LIST_MARKERS = ['——', '- ', '* ', '+ ', '• ', '· ', '■', '●', '◆'];
const QUOTATION = /^(?:>|[“"「『])/u;
/** What a line that is complete in itself ends in. A colon leads into what follows, a semicolon ends an item. */
const COMPLETE = /(?:[。！？!?.；;：:]|……)[”’」』）)》"']*$/u;
/** A heading without a sentence end is at most this long (UTF-16 units). */
const LONGEST_HEADING = 40;
/** A line broken by a page (blank lines follow) is at least this long; a shorter one is complete without a full stop. */
const SHORTEST_BROKEN_LINE = 30;
/** A title is shown in one line of a citation: of a longer first line its beginning, with … after it (UTF-16 units). */
const LONGEST_TITLE = 120;

/** Title and blocks of a text that has no sidecar. */
export interface PlainText {
  /** The first line that is not blank, without markup; of text that is quoted, its first sentence. Empty for an empty text. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads a whole file as one document: the title from its first line, lines in their order. Two lines are joined only
 * when the first has no sentence end and the next begins no heading, list or quotation; across blank lines only when the
 * first is long enough to have been broken. A line break inside a sentence written with spaces stays in the slice.
 * A first line that is no headline (the only one, or long with a sentence end) is text too, or nobody could find it.
 */
export function blocksFromPlainText(source: string): PlainText {
  const lines = sourceLines(source).filter(({ span }) => span[0] < span[1]);
  const [first, ...rest] = lines;
  if (first === undefined) return { title: '', blocks: [] };
  const textOf = ({ span }: SourceLine): string => source.slice(...span);
  const titleSpans = withoutMarkup(source, first.span, []);
  const firstText = titleSpans.map((span) => source.slice(...span)).join('');
  const isHeadline =
    MARKED_HEADING.test(textOf(first)) ||
    (rest.length > 0 && !(firstText.length > LONGEST_HEADING && COMPLETE.test(firstText)));
  const blocks: Block[] = [
    isHeadline ? plainBlock('heading', 1, titleSpans) : plainBlock('paragraph', null, titleSpans),
  ];
  let before: SourceLine | null = isHeadline ? null : first;
  for (const line of rest) {
    const text = textOf(line);
    const last = blocks.at(-1);
    const level = headingLevel(text);
    if (level !== null) blocks.push(plainBlock('heading', level, withoutMarkup(source, line.span, [])));
    else if (LIST_ITEM.test(text))
      blocks.push(plainBlock('list-item', null, withoutMarkup(source, line.span, LIST_MARKERS)));
    else if (
      last !== undefined &&
      before !== null &&
      last.kind !== 'heading' &&
      goesOn(textOf(before), text, line.number - before.number)
    )
      blocks[blocks.length - 1] = {
        ...last,
        spans: joinSpans(source, last.spans, withoutMarkup(source, line.span, [])),
      };
    else blocks.push(plainBlock('paragraph', null, withoutMarkup(source, line.span, [])));
    before = line;
  }
  return {
    title: shortened(isHeadline ? firstText : firstText.slice(...(splitSentences(firstText)[0] ?? [0, 0]))),
    blocks: blocks.filter(({ spans }) => spans.length > 0),
  };
}

function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const endsInPair = /[\ud800-\udbff]/.test(title.charAt(LONGEST_TITLE - 2));
  return `${title.slice(0, LONGEST_TITLE - (endsInPair ? 2 : 1))}…`;
}

function headingLevel(text: string): number | null {
  const marks = MARKED_HEADING.exec(text)?.[1];
  if (marks !== undefined) return Math.max(2, marks.length);
  return NUMBERED_HEADING.test(text) && text.length <= LONGEST_HEADING && !COMPLETE.test(text) ? 2 : null;
}

function goesOn(before: string, text: string, distance: number): boolean {
  if (COMPLETE.test(before) || QUOTATION.test(text)) return false;
  return distance === 1 || before.length >= SHORTEST_BROKEN_LINE;
}
