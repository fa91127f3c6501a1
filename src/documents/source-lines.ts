import type { Span } from './span.js';

/** A line of a source text. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** Without white space around it and without its line break; empty (start = end) for a blank line. */
  readonly span: Span;
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** The lines of a text, in order, each without the white space around it. A last line break begins no further line. */
export function sourceLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const add = (start: number, end: number): void => {
    lines.push({ number: lines.length + 1, span: trimSpan(source, [start, end]) });
  };
  let start = 0;
  for (const match of source.matchAll(LINE_BREAK)) {
    add(start, match.index);
    start = match.index + match[0].length;
  }
  if (start < source.length || lines.length === 0) add(start, source.length);
  return lines;
}

/** The span without the white space at its ends; empty at its end where it is all white space. */
export function trimSpan(source: string, [start, end]: Span): Span {
  const slice = source.slice(start, end);
  const leading = slice.length - slice.trimStart().length;
  return leading === slice.length ? [end, end] : [start + leading, start + slice.trimEnd().length];
}
