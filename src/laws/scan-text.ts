import { foldText, isCjk } from '../shared/fold-text.js';
import { once } from '../shared/once.js';
import type { Span } from '../documents/span.js';

/**
 * A text as names and citations of laws are looked for in it: letters, width, script and quotation marks folded as
 * `foldText` does, but 《》 kept (〈〉 become 《》), because a title ends there, and a blank line kept as one line feed,
 * because a reference never reaches over it. White space beside a Chinese character is dropped, any other run of it is
 * one space.
 */
export interface ScanText {
  readonly text: string;
  /** Where each code unit of `text` begins in the original, and where it ends. Never descending. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For the place of every 《 that is closed within `LONGEST_TITLE`, the place of its 》. Titles may hold titles. */
  readonly titleEnds: ReadonlyMap<number, number>;
}

/** Longest title between 《 and 》, in characters. */
const LONGEST_TITLE = 120;

/** Folds a text for scanning; linear in its length. */
export function foldForScan(original: string): ScanText {
  const foldCharacter = folder();
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (piece: string, start: number, end: number): void => {
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  let gapStart = -1;
  let lineBreaks = 0;
  let afterCjk = true;
  let position = 0;
  for (const character of original) {
    const end = position + character.length;
    if (isWhiteSpace(character)) {
      if (gapStart < 0) gapStart = position;
      if (character === '\n' || character === '\u2029') lineBreaks += 1;
    } else {
      const { text: piece, cjk } = foldCharacter(character);
      if (piece !== '') {
        if (gapStart >= 0 && lineBreaks > 1) push('\n', gapStart, position);
        else if (gapStart >= 0 && !afterCjk && !cjk) push(' ', gapStart, position);
        gapStart = -1;
        lineBreaks = 0;
        afterCjk = cjk;
        push(piece, position, end);
      }
    }
    position = end;
  }
  const text = pieces.join('');
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), titleEnds: titleEndsOf(text) };
}

/** Pairs the title marks in one pass; none reaches over a blank line, and an empty title is none. */
function titleEndsOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open: number[] = [];
  for (let position = 0; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (character === '\n') open = [];
    else if (character === '《') open.push(position);
    else if (character === '》') {
      const start = open.pop();
      if (start !== undefined && position > start + 1 && position - start <= LONGEST_TITLE) ends.set(start, position);
    }
  }
  return ends;
}

/** The span in the original of the units [start, end) of a folded text; `end` is greater than `start`. */
export function originalSpan(scan: ScanText, start: number, end: number): Span {
  return [scan.starts[start] ?? 0, scan.ends[end - 1] ?? 0];
}

/** A name folded as the texts are that it is looked for in. */
export function foldName(name: string): string {
  return foldForScan(name).text;
}

interface FoldedCharacter {
  readonly text: string;
  readonly cjk: boolean;
}

/** Characters as they fold, each worked out when first seen: a text has some thousand different ones. */
const folder = once(() => {
  const known = new Map<string, FoldedCharacter>();
  return (character: string): FoldedCharacter => {
    let folded = known.get(character);
    if (folded === undefined) {
      folded = { text: foldCharacter(character), cjk: isCjk(character) };
      known.set(character, folded);
    }
    return folded;
  };
});

function foldCharacter(character: string): string {
  if (character === '《' || character === '〈') return '《';
  if (character === '》' || character === '〉') return '》';
  return foldText(character);
}

function isWhiteSpace(character: string): boolean {
  return character <= ' ' ? /\s/u.test(character) : character > '~' && /\s/u.test(character);
}
