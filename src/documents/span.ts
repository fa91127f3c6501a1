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

/** The slices of the source text that a range of the joined text of a block or passage stands for. */
export function sourceSpans(joined: { readonly spans: readonly Span[] }, [start, end]: Span): readonly Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const [from, to] of joined.spans) {
    const first = Math.max(start, offset);
    const last = Math.min(end, offset + to - from);
    if (first < last) spans.push([from + first - offset, from + last - offset]);
    offset += to - from;
  }
  return spans;
}
