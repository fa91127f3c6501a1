import { plainBlock } from './blocks-from-sidecar.js';
import type { Block } from './document.js';
import { withoutMarkup } from './markup.js';
import { sourceLines, type SourceLine } from './source-lines.js';

const MARKED_HEADING = /^(#{1,6})\s+\S/;
const NUMBERED_HEADING =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[编章节][\s　]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u;
const LIST_ITEM = /^(?:——|[-*+•·■●◆]\s*|\d{1,3}[.)、．]\s*|[（(]\d{1,3}[)）])\S/u;
const LIST_MARKERS = ['——', '- ', '* ', '+ ', '• ', '· ', '■', '●', '◆'];
const QUOTATION = /^(?:>|[“"「『])/u;
/** What a line that is complete in itself ends in. A colon leads into what follows, a semicolon ends an item. */
const COMPLETE = /(?:[。！？!?.；;：:]|…{2,})[”’」』）)》"']*$/u;
/** A heading without a sentence end is at most this long (UTF-16 units). */
const LONGEST_HEADING = 40;
/** A line broken by a page (blank lines follow) is at least this long; a shorter one is complete without a full stop. */
const SHORTEST_BROKEN_LINE = 30;

/** Title and blocks of a text that has no sidecar. */
export interface PlainText {
  /** The first line that is not blank, without markup; empty for an empty text. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads a whole file as one document: the title from its first line, lines in their order. Two lines are joined only
 * when the first has no sentence end and the next begins no heading, list or quotation; across blank lines only when the
 * first is long enough to have been broken. A line break inside a sentence written with spaces stays in the slice.
 */
export function blocksFromPlainText(source: string): PlainText {
  const lines = sourceLines(source).filter(({ span }) => span[0] < span[1]);
  const [first, ...rest] = lines;
  if (first === undefined) return { title: '', blocks: [] };
  const textOf = ({ span }: SourceLine): string => source.slice(...span);
  const titleSpans = withoutMarkup(source, first.span, []);
  const blocks: Block[] = [plainBlock('heading', 1, titleSpans)];
  let before: SourceLine | null = null;
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
      blocks[blocks.length - 1] = { ...last, spans: joined(source, last, withoutMarkup(source, line.span, [])) };
    else blocks.push(plainBlock('paragraph', null, withoutMarkup(source, line.span, [])));
    before = line;
  }
  return {
    title: titleSpans.map((span) => source.slice(...span)).join(''),
    blocks: blocks.filter(({ spans }) => spans.length > 0),
  };
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

function joined(source: string, block: Block, more: Block['spans']): Block['spans'] {
  const last = block.spans.at(-1);
  const [next, ...others] = more;
  if (last === undefined || next === undefined) return [...block.spans, ...more];
  const withSpaces = isSpaced(source.charAt(last[1] - 1)) && isSpaced(source.charAt(next[0]));
  return withSpaces ? [...block.spans.slice(0, -1), [last[0], next[1]], ...others] : [...block.spans, ...more];
}

/** Whether a character belongs to a script that puts spaces between words. */
export function isSpaced(character: string): boolean {
  return !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(character);
}
