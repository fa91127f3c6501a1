import { trimSpan } from './source-lines.js';
import type { Span } from './span.js';

/** Signs that end a sentence, with the closing signs that may follow them. */
const CHINESE_END = /(?:[。！？]+|…{2,}|\.{6})[”’」』）)》〉"']*/gu;
const LATIN_END = /[.!?]["'”’)\]]*(?=\s+["'“‘([]*[\p{Lu}\p{Lo}\p{N}])/gu;
/** After a closing sign, what shows that the sentence goes on: “……。”的 or “好！”，他说. */
const GOES_ON = /^[，、；：,;:的等]/u;
/** Short forms whose full stop ends no sentence. */
const ABBREVIATION =
  /\b(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|u\.s|u\.k|u\.n|inc|ltd|co|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/iu;
/** Short forms before a number; without one, "no." may well end a sentence. */
const NUMBERED = /\b(?:arts?|nos?|figs?|secs?|paras?)\.$/iu;
/** A single capital: the initial of a name. Apart from the short forms, because without regard to case it would be any letter. */
const INITIAL = /\b[A-Z]\.$/u;

/**
 * The sentences of a text as spans of it, in order, without the white space between them. Together they hold every
 * character that is not white space. A text without any sentence end is one sentence; a text of white space has none.
 */
export function splitSentences(text: string): readonly Span[] {
  const ends = [...chineseEnds(text), ...latinEnds(text)].sort((a, b) => a - b);
  return spansUpTo(text, ends);
}

/** The ；-clauses of a stretch of text, as spans of the whole text: `[start, end)` cut after each ； or ; */
export function splitClauses(text: string, [start, end]: Span): readonly Span[] {
  return cutAfter(text, [start, end], /[；;]+[”’」』）)]*/gu);
}

/** The parts of a stretch cut after each comma, for sentences that nothing else makes short enough. */
export function splitAtCommas(text: string, span: Span): readonly Span[] {
  return cutAfter(text, span, /[，,、：:](?!\d)/gu);
}

function cutAfter(text: string, [start, end]: Span, sign: RegExp): readonly Span[] {
  const ends = [...text.slice(start, end).matchAll(sign)].map((match) => match.index + match[0].length);
  return spansUpTo(text.slice(start, end), ends).map(([from, to]): Span => [from + start, to + start]);
}

function spansUpTo(text: string, ends: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    const span = trimSpan(text, [start, end]);
    if (span[0] < span[1]) spans.push(span);
    start = end;
  }
  return spans;
}

function chineseEnds(text: string): readonly number[] {
  return [...text.matchAll(CHINESE_END)]
    .map((match) => ({ end: match.index + match[0].length, closed: /[^。！？….]$/u.test(match[0]) }))
    .filter(({ end, closed }) => !(closed && GOES_ON.test(text.slice(end, end + 1))))
    .map(({ end }) => end);
}

function latinEnds(text: string): readonly number[] {
  return [...text.matchAll(LATIN_END)]
    .map((match) => ({ stop: match.index + 1, end: match.index + match[0].length }))
    .filter(({ stop, end }) => {
      const before = text.slice(Math.max(0, stop - 8), stop);
      if (NUMBERED.test(before)) return !/^\s\p{N}/u.test(text.slice(end, end + 3));
      return !ABBREVIATION.test(before) && !INITIAL.test(before);
    })
    .map(({ end }) => end);
}
