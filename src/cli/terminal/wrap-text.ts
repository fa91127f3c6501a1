import type { Span } from '../../documents/span.js';
import { characterWidth } from './text-width.js';

/** Must not begin a line: closing marks and stops. */
const NOT_FIRST = /^[、。，．：；？！）〕］｝〉》」』】’”…‥·—～%％,.:;?!)\]}]$/u;
/** Must not end a line: opening marks. */
const NOT_LAST = /^[（〔［｛〈《「『【‘“([{]$/u;

interface Character {
  readonly text: string;
  readonly start: number;
  readonly width: number;
}

function charactersOf(text: string): readonly Character[] {
  const characters: Character[] = [];
  let start = 0;
  for (const character of text) {
    characters.push({ text: character, start, width: characterWidth(character) });
    start += character.length;
  }
  return characters;
}

const isSpace = (character: Character): boolean => /^\s$/u.test(character.text);

/** Whether a line may end after `left` when `right` would begin the next one. */
function mayBreak(left: Character, right: Character): boolean {
  if (isSpace(left)) return !isSpace(right);
  if (isSpace(right) || right.width === 0 || NOT_FIRST.test(right.text) || NOT_LAST.test(left.text)) return false;
  return left.width === 2 || right.width === 2;
}

/**
 * Breaks a text into lines of at most `width` columns: at white space, or between two characters of which one is full
 * width, but never before a stop or closing mark nor after an opening one. What cannot be broken so (a long address) is
 * broken where the line is full.
 *
 * @param width at least 2, the width of one Chinese character
 * @returns the lines as spans of `text` in order; what lies between two of them is white space. An empty text has none.
 */
export function wrapText(text: string, width: number): readonly Span[] {
  if (width < 2) throw new RangeError(`A line of ${width} columns cannot hold a Chinese character`);
  const characters = charactersOf(text);
  const lines: Span[] = [];
  let first = 0;
  while (first < characters.length) {
    const end = lineEnd(characters, first, width);
    const span = withoutSpace(characters, first, end);
    if (span !== null) lines.push(span);
    first = end;
  }
  return lines;
}

/** Index after the last character of the line that begins at `first`; white space at its end may hang over. */
function lineEnd(characters: readonly Character[], first: number, width: number): number {
  let used = 0;
  let good: number | null = null;
  for (let index = first; index < characters.length; index += 1) {
    const [left, character] = [characters[index - 1], characters[index]];
    if (character === undefined) break;
    if (index > first && left !== undefined && mayBreak(left, character)) good = index;
    used += isSpace(character) ? 1 : character.width;
    if (used > width && !isSpace(character)) return good ?? Math.max(index, first + 1);
  }
  return characters.length;
}

function withoutSpace(characters: readonly Character[], first: number, end: number): Span | null {
  const line = characters.slice(first, end);
  const head = line.find((character) => !isSpace(character));
  const tail = line.findLast((character) => !isSpace(character));
  return head === undefined || tail === undefined ? null : [head.start, tail.start + tail.text.length];
}
