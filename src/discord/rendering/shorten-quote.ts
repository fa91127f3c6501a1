import type { QuoteView } from '../../wording/views/quote-view.js';
import { cutsOf } from './split-text.js';

/** A quotation of which some may be missing, at its ends only. */
export interface ShortenedQuote {
  readonly quote: QuoteView;
  /** True where text of the passage was left out before, or after. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

interface Window {
  readonly start: number;
  readonly end: number;
}

/** From the segments of the highlight to the whole text, one segment at a time, what follows before what precedes. */
function growingWindows(text: string, highlight: Window): readonly Window[] {
  const cuts = cutsOf(text);
  const lastCutUpTo = (position: number): number => cuts.findLastIndex((cut) => cut <= position);
  let first = Math.max(0, lastCutUpTo(highlight.start));
  let last = Math.max(
    first + 1,
    cuts.findIndex((cut) => cut >= highlight.end),
  );
  if (first === cuts.length - 1) return [{ start: 0, end: text.length }];
  const windows: Window[] = [];
  for (;;) {
    windows.push({ start: cuts[first] ?? 0, end: cuts[last] ?? text.length });
    const forward = last < cuts.length - 1;
    if (!forward && first === 0) return windows;
    if (forward && (first === 0 || windows.length % 2 === 1)) last += 1;
    else first -= 1;
  }
}

/** The first code points of the highlight: all that is left where not one segment fits. */
function beginnings(text: string, highlight: Window): readonly Window[] {
  const end = highlight.end > highlight.start ? highlight.end : text.length;
  const start = highlight.end > highlight.start ? highlight.start : 0;
  const windows: Window[] = [];
  for (let at = start; at < end; at += (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1) windows.push({ start, end: at });
  return windows;
}

function slice(quote: QuoteView, text: string, { start, end }: Window): ShortenedQuote {
  const within = (position: number): number => Math.min(Math.max(position, start), end);
  const from = within(quote.before.length);
  const to = within(quote.before.length + quote.highlight.length);
  const cut = { before: start > 0, after: end < text.length };
  return {
    cut,
    quote: {
      before: text.slice(start, from),
      highlight: text.slice(from, to),
      after: text.slice(to, end),
      gapBefore: cut.before ? '' : quote.gapBefore,
      gapAfter: cut.after ? '' : quote.gapAfter,
    },
  };
}

/** The last of windows that only ever grow for which `fits` holds, by bisection; null where none does. */
function largest(windows: readonly Window[], fits: (window: Window) => boolean): Window | null {
  let low = 0;
  let high = windows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const window = windows[middle];
    if (window !== undefined && fits(window)) low = middle + 1;
    else high = middle;
  }
  return windows[low - 1] ?? null;
}

/**
 * As much of a quotation as fits, around its highlight (its beginning where nothing is highlighted), cut after
 * 。；」 or the end of a sentence only. Where the highlight alone does not fit, its first characters.
 *
 * @param fits must hold for every part of a quotation for which it holds
 */
export function shortenQuote(quote: QuoteView, fits: (shortened: ShortenedQuote) => boolean): ShortenedQuote {
  const text = quote.before + quote.highlight + quote.after;
  const highlight = { start: quote.before.length, end: quote.before.length + quote.highlight.length };
  const anchor = quote.highlight === '' ? { start: 0, end: 0 } : highlight;
  const windowFits = (window: Window): boolean => fits(slice(quote, text, window));
  const window = largest(growingWindows(text, anchor), windowFits) ??
    largest(beginnings(text, highlight), windowFits) ?? { start: anchor.start, end: anchor.start };
  return slice(quote, text, window);
}
