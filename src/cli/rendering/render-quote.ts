import type { Span } from '../../documents/span.js';
import type { QuoteView } from '../../wording/views/quote-view.js';
import { printable } from '../terminal/printable.js';
import { readableColumns } from '../terminal/render-paragraph.js';
import { styledSlice, type StyledPiece } from '../terminal/styled-text.js';
import type { TerminalStyle } from '../terminal/terminal-style.js';
import { textWidth } from '../terminal/text-width.js';
import { wrapText } from '../terminal/wrap-text.js';

/** Beside each line of a quotation; the second where the line holds a part of what is highlighted. */
const MARGIN = { plain: '  │ ', highlighted: '  ┃ ' } as const;

/** Where the pieces with a style lie in the joined text. */
function markedRanges(pieces: readonly StyledPiece[]): readonly Span[] {
  let at = 0;
  return pieces.flatMap(({ text, style }): readonly Span[] => {
    const start = at;
    at += text.length;
    return style === null || text === '' ? [] : [[start, at]];
  });
}

/** Wraps pieces of text as one text beside the margin of a quotation. */
export function renderPieces(pieces: readonly StyledPiece[], style: TerminalStyle, columns: number): readonly string[] {
  const shown = pieces.map((piece) => ({ ...piece, text: printable(piece.text) }));
  const text = shown.map((piece) => piece.text).join('');
  const where = markedRanges(shown);
  return wrapText(text, readableColumns(columns) - textWidth(MARGIN.plain)).map(([start, end]) => {
    const isMarked = where.some(([from, to]) => from < end && to > start);
    const margin = isMarked ? style.highlight(MARGIN.highlighted) : style.quiet(MARGIN.plain);
    return margin + styledSlice(shown, start, end);
  });
}

/**
 * A quotation as lines, without quotation marks of its own. What is highlighted shows by colour and, so that it shows
 * without colours too, by a heavier rule at the margin.
 */
export function renderQuote(quote: QuoteView, style: TerminalStyle, columns: number): readonly string[] {
  const pieces: readonly StyledPiece[] = [
    { text: quote.gapBefore === '' ? '' : `${quote.gapBefore} `, style: null },
    { text: quote.before, style: null },
    { text: quote.highlight, style: style.highlight },
    { text: quote.after, style: null },
    { text: quote.gapAfter === '' ? '' : ` ${quote.gapAfter}`, style: null },
  ];
  return renderPieces(pieces, style, columns);
}
