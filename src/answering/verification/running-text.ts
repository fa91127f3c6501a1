import type { Passage } from '../../documents/passage.js';
import { sourceSpans, type Span } from '../../documents/span.js';
import { foldWithOffsets } from '../../shared/fold-text.js';

/** Consecutive passages of one document as one text, with the way back to each. */
export interface RunningText {
  readonly passages: readonly Passage[];
  /** Their texts joined. */
  readonly text: string;
  /** Where each passage begins in `text`. */
  readonly starts: readonly number[];
  /** For matching: folded, without white space and quotation marks; unit i came from `text` at `offsets[i]`. */
  readonly plain: string;
  readonly offsets: readonly number[];
}

const SKIPPED = /[\s"]/;

/** A text for comparing wordings: folded, without white space and quotation marks. */
export function plainText(text: string): { readonly plain: string; readonly offsets: readonly number[] } {
  const folded = foldWithOffsets(text);
  let plain = '';
  const offsets: number[] = [];
  for (let unit = 0; unit < folded.text.length; unit += 1) {
    const character = folded.text.charAt(unit);
    if (SKIPPED.test(character)) continue;
    plain += character;
    offsets.push(folded.offsets[unit] ?? 0);
  }
  offsets.push(text.length);
  return { plain, offsets };
}

/** Joins passages that follow each other in one document. */
export function runningText(passages: readonly Passage[]): RunningText {
  const starts: number[] = [];
  let text = '';
  for (const passage of passages) {
    starts.push(text.length);
    text += passage.text;
  }
  return { passages, text, starts, ...plainText(text) };
}

/** A stretch of a running text: the passage in which it begins, its slices of the source, and its sentences. */
export interface LocatedStretch {
  readonly passage: Passage;
  readonly spans: readonly Span[];
  readonly text: string;
  /** The whole sentences that it touches. */
  readonly within: string;
  /** Where the stretch stands in `within`. */
  readonly offset: number;
}

/** Finds a stretch `[start, end)` of the joined text again in the source. Null for an empty stretch. */
export function locate(running: RunningText, [start, end]: Span): LocatedStretch | null {
  const parts = running.passages.flatMap((passage, index) => {
    const base = running.starts[index] ?? 0;
    const from = Math.max(start - base, 0);
    const to = Math.min(end - base, passage.text.length);
    return from < to ? [{ passage, base, from, to }] : [];
  });
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const opening = first.passage.sentences.find(([, to]) => to > first.from)?.[0] ?? 0;
  const closing = last.passage.sentences.find(([, to]) => to >= last.to)?.[1] ?? last.passage.text.length;
  const sentenceStart = first.base + Math.min(opening, first.from);
  return {
    passage: first.passage,
    spans: parts.flatMap(({ passage, from, to }) => sourceSpans(passage, [from, to])),
    text: running.text.slice(start, end),
    within: running.text.slice(sentenceStart, last.base + Math.max(closing, last.to)),
    offset: start - sentenceStart,
  };
}
