/** A piece of a text and how it looks; the pieces of a line stand one after the other. */
export interface StyledPiece {
  readonly text: string;
  /** Null for text as it is. */
  readonly style: ((text: string) => string) | null;
}

/** The part [start, end) of the joined pieces, each with its style. Styles never reach over the end of a line so. */
export function styledSlice(pieces: readonly StyledPiece[], start: number, end: number): string {
  let at = 0;
  let slice = '';
  for (const { text, style } of pieces) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    slice += part === '' || style === null ? part : style(part);
  }
  return slice;
}
