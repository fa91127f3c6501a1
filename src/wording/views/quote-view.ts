import type { Truncation } from '../../documents/document.js';
import type { Span } from '../../documents/span.js';
import type { Words } from '../words.js';

/**
 * A quotation in three exact slices: `before + highlight + after` is the text, character for character.
 * `highlight` is empty where nothing is highlighted; `before` then holds the whole text.
 */
export interface QuoteView {
  readonly before: string;
  readonly highlight: string;
  readonly after: string;
  /** `[…]` where the source has lost the text before; shown outside the quotation, else empty. */
  readonly gapBefore: string;
  readonly gapAfter: string;
}

/** @throws RangeError where the span does not lie within the text */
export function viewQuote(text: string, highlight: Span | null, gaps: Truncation, words: Words): QuoteView {
  const [start, end] = highlight ?? [text.length, text.length];
  if (start < 0 || end < start || end > text.length)
    throw new RangeError(`The highlight [${start}, ${end}) does not lie within a text of ${text.length} characters`);
  return {
    before: text.slice(0, start),
    highlight: text.slice(start, end),
    after: text.slice(end),
    gapBefore: gaps.start ? words.gapMark : '',
    gapAfter: gaps.end ? words.gapMark : '',
  };
}
