import type { Span } from './span.js';

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/** Whether a character belongs to a script that puts spaces between words. */
export function isSpaced(character: string): boolean {
  return !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(character);
}

/**
 * How many characters between two slices belong to the text of both: 0 where they touch, the length of the white space
 * between two words of one line or of a script written with spaces; null where the slices stay apart, because markup,
 * other text or a mere line break lies between them.
 */
export function lengthBetween(source: string, [, end]: Span, [start]: Span): number | null {
  if (start < end) return null;
  const between = source.slice(end, start);
  if (between === '') return 0;
  if (between.trim() !== '') return null;
  const isKept = !LINE_BREAK.test(between) || (isSpaced(source.charAt(end - 1)) && isSpaced(source.charAt(start)));
  return isKept ? between.length : null;
}

/**
 * The spans of a line and of the line that it goes on in. Between two words written with spaces the line break after the
 * first line stays in the text, or they would become one word; where the lines lie apart it is a slice of its own.
 */
export function joinSpans(source: string, spans: readonly Span[], more: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  const [next, ...others] = more;
  if (last === undefined || next === undefined) return [...spans, ...more];
  if (lengthBetween(source, last, next) !== null) return [...spans.slice(0, -1), [last[0], next[1]], ...others];
  if (!isSpaced(source.charAt(last[1] - 1)) || !isSpaced(source.charAt(next[0]))) return [...spans, ...more];
  const lineBreak = LINE_BREAK.exec(source.slice(last[1]));
  if (lineBreak === null) return [...spans, ...more];
  const start = last[1] + lineBreak.index;
  const isAdjacent = start < next[0] && source.slice(start, next[0]).trim() === '';
  return isAdjacent
    ? [...spans, [start, next[1]], ...others]
    : [...spans, [start, start + lineBreak[0].length], ...more];
}
