import { printable } from './printable.js';
import { padToWidth } from './text-width.js';
import { wrapText } from './wrap-text.js';

/** Narrower than this no text is readable: a line is then longer than the terminal. */
const MINIMUM_COLUMNS = 20;
/** Wider than this no eye finds the next line. */
const MAXIMUM_COLUMNS = 100;

/** Columns that are written on a terminal of this width. */
export function readableColumns(columns: number): number {
  return Math.min(Math.max(columns, MINIMUM_COLUMNS), MAXIMUM_COLUMNS);
}

/** Wraps a text, each line indented by as many spaces, and puts a label in the indent of the first. */
export function renderLabelled(label: string, text: string, columns: number, indent: number): readonly string[] {
  const [first = '', ...rest] = renderParagraph(text, columns, indent);
  return [padToWidth(label, indent) + first.slice(indent), ...rest];
}

/** Wraps a text, each line indented by as many spaces. */
export function renderParagraph(text: string, columns: number, indent: number): readonly string[] {
  const shown = printable(text);
  return wrapText(shown, readableColumns(columns) - indent).map(
    ([start, end]) => ' '.repeat(indent) + shown.slice(start, end),
  );
}
