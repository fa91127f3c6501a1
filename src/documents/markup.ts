import { trimSpan } from './source-lines.js';
import type { Span } from './span.js';

/** `#` to `######` and a space, at the start of a line. */
const HEADING_MARK = /^#{1,6}\s+/;
/** Pairs of ** within a line. */
const BOLD = /\*\*([^*]+)\*\*/g;

/**
 * What of a line is text: without a heading mark, without one of the markers at its start, without the ** around bold
 * words. Several spans where markup stood inside the line; empty where nothing else did.
 */
export function withoutMarkup(source: string, [start, end]: Span, markers: readonly string[]): readonly Span[] {
  const line = source.slice(start, end);
  const marker = markers.find((one) => line.startsWith(one));
  const from = start + (marker?.length ?? HEADING_MARK.exec(line)?.[0].length ?? 0);
  const spans: Span[] = [];
  let at = from;
  for (const match of source.slice(from, end).matchAll(BOLD)) {
    const opened = from + match.index;
    spans.push([at, opened], [opened + 2, opened + match[0].length - 2]);
    at = opened + match[0].length;
  }
  spans.push([at, end]);
  return trimEnds(
    source,
    spans.filter(([a, b]) => a < b),
  );
}

/** White space at the outer ends goes; between two spans of one line it is text. */
function trimEnds(source: string, spans: readonly Span[]): readonly Span[] {
  return spans
    .map((span, index): Span => {
      const trimmed = trimSpan(source, span);
      return [index === 0 ? trimmed[0] : span[0], index === spans.length - 1 ? trimmed[1] : span[1]];
    })
    .filter(([a, b]) => a < b);
}
