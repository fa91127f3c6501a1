import { expect } from 'vitest';
import type { SourceDocument } from '../../src/documents/document.js';
import { splitPassages } from '../../src/documents/split-passages.js';

/** What the file says of itself, written down by the test and not read from the code under test. */
export interface FileFacts {
  /** Signs that may open a line without being text. */
  readonly markers: readonly string[];
  /** Pairs of lines from 1: the second goes on where the first ends. */
  readonly joins: readonly (readonly [number, number])[];
  /** Pairs of lines of one caption. */
  readonly captions?: readonly (readonly [number, number])[];
}

const LONGEST = 400;

/**
 * Holds all documents of one file against the definition of a passage: each character of the source in exactly one
 * passage, or in a heading, credit, label or dropped line, or markup or white space; text is the joined slices; nothing
 * but white space, markup or a join lies between two slices; sentences cover the text; ids are unique.
 */
export function checkPassages(documents: readonly SourceDocument[], facts: FileFacts): void {
  const source = documents[0]?.source ?? '';
  const passages = documents.flatMap(splitPassages);
  const uses = new Uint8Array(source.length);
  const use = (start: number, end: number): void => {
    for (let at = start; at < end; at += 1) uses[at] = (uses[at] ?? 0) + 1;
  };
  for (const passage of passages) for (const [start, end] of passage.spans) use(start, end);
  for (const block of documents.flatMap(({ blocks }) => blocks))
    if (['heading', 'credit', 'label', 'dropped'].includes(block.kind))
      for (const [start, end] of block.spans) use(start, end);

  expect(uses.indexOf(2), 'an offset that is used twice').toBe(-1);
  expect(unusedText(source, uses, facts.markers), 'text that is used nowhere').toEqual([]);

  for (const { text, spans, sentences } of passages) {
    expect(spans.map(([start, end]) => source.slice(start, end)).join('')).toBe(text);
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    for (const [index, span] of spans.entries()) {
      const before = spans[index - 1];
      expect(span[0]).toBeLessThan(span[1]);
      if (before !== undefined) expect(whyApart(source, before[1], span[0], facts), text).not.toBe('other text');
    }
    expect(uncovered(text, sentences)).toBe('');
    expect(text).not.toMatch(LONE_SURROGATE);
  }
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  for (const { metadata, ...document } of documents) {
    const own = splitPassages({ metadata, ...document });
    expect(own.map(({ position }) => position)).toEqual(own.map((_, index) => index));
    expect(new Set(own.map((one) => one.document))).toEqual(new Set(own.length === 0 ? [] : [metadata.id]));
  }
}

const LONE_SURROGATE = /\p{Cs}/u;

/** Line from 1 of an offset. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|[\n\r]/).length;
}

/** What no passage and no block holds, but for white space, pairs of **, and marks that open a line. */
function unusedText(source: string, uses: Uint8Array, markers: readonly string[]): readonly string[] {
  const left: string[] = [];
  let at = 0;
  while (at < source.length) {
    if (uses[at] !== 0 || /\s/.test(source.charAt(at))) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < source.length && uses[end] === 0 && !/\s/.test(source.charAt(end))) end += 1;
    const run = source.slice(at, end);
    const opensLine = /(?:^|[\n\r])\s*$/.test(source.slice(Math.max(0, at - 200), at));
    const withoutMark = opensLine ? withoutOpening(run, markers) : run;
    if (!/^(?:\*\*)*$/.test(withoutMark)) left.push(run);
    at = end;
  }
  return left;
}

function withoutOpening(run: string, markers: readonly string[]): string {
  if (/^(?:#{1,6})?(?:\*\*)*$/.test(run)) return '';
  const marker = markers.find((one) => run.startsWith(one));
  return run.slice(marker?.length ?? 0);
}

function whyApart(source: string, end: number, start: number, facts: FileFacts): string {
  const [from, to] = [lineAt(source, end), lineAt(source, start)];
  if ([...facts.joins, ...(facts.captions ?? [])].some(([one, other]) => one === from && other === to)) return 'a join';
  if (end > start) return 'other text';
  // White space, ** and what may open a line.
  const between = source.slice(end, start).split(/[\n\r]+/);
  const [sameLine = '', ...lines] = between;
  const isMarkup = (text: string): boolean => /^(?:\*\*|\s)*$/.test(text);
  return isMarkup(sameLine) && lines.every((line) => isMarkup(withoutOpening(line.trim(), facts.markers)))
    ? 'markup'
    : 'other text';
}

/** The characters of a text that lie in no sentence, without white space; "overlap" where sentences do not ascend. */
function uncovered(text: string, sentences: readonly (readonly [number, number])[]): string {
  let at = 0;
  let left = '';
  for (const [start, end] of sentences) {
    if (start < at || end <= start || end > text.length) return 'overlap';
    left += text.slice(at, start);
    at = end;
  }
  return (left + text.slice(at)).replace(/\s/g, '');
}
