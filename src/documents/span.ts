/** A half-open range [start, end) in UTF-16 code units of a source text (or, where said so, of a passage's text). */
export type Span = readonly [start: number, end: number];

/** Number of UTF-16 code units in a span. */
export function spanLength([start, end]: Span): number {
  return end - start;
}

/** What the spans cover, joined in their order with nothing between them. */
export function joinSlices(source: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => source.slice(start, end)).join('');
}
