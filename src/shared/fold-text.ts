import { foldCharacter, isCjk } from './fold-character.js';
import { once } from './once.js';

export { isCjk, isIdeograph } from './fold-character.js';

/** A folded text with the place in the original of each of its UTF-16 code units, and of its end. */
export interface FoldedText {
  readonly text: string;
  /**
   * One more than `text` has units, never descending: unit i came from the code point at `offsets[i]` of the original,
   * and the last is the length of the original.
   */
  readonly offsets: Uint32Array;
}

/**
 * The form of a text in which two spellings of the same words are equal; for matching, never for showing.
 *
 * Each code point alone: compatibility forms (full width, ligatures, ①) as NFKC gives them, accents dropped, lower case,
 * traditional script as simplified, every quotation mark and apostrophe as `"`, every middle dot as `·`; a lone
 * surrogate is U+FFFD; control and invisible characters are dropped. White space and 《》〈〉 separate: a run of them is
 * one space, and none at the ends and next to Chinese or Japanese characters. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const folded = new UnitBuffer(text.length);
  fold(text, folded);
  return folded.toString();
}

/** `foldText` with the way back: the original of units [start, end) begins at `offsets[start]` and ends by `offsets[end]`. */
export function foldWithOffsets(text: string): FoldedText {
  const folded = new UnitBuffer(text.length, true);
  fold(text, folded);
  return { text: folded.toString(), offsets: folded.offsets(text.length) };
}

const SINGLE = 1;
const SINGLE_CJK = 2;
const SEPARATOR = 3;
const DROPPED = 4;
const SEVERAL = 5;

const SPACE = 0x20;

/** What code points fold to, worked out when first seen: a text has some thousand different ones. */
class FoldTable {
  /** By UTF-16 unit: 0 where not worked out yet, else one of the kinds above. */
  readonly kinds = new Uint8Array(0x10000);
  /** What a unit of a single kind folds to. */
  readonly units = new Uint16Array(0x10000);
  readonly #several = new Map<string, string>();

  /** Works out a character of the basic plane. */
  learn(unit: number): number {
    const character = String.fromCharCode(unit);
    const folded = foldCharacter(character);
    this.units[unit] = folded.charCodeAt(0);
    const single = isCjk(folded) ? SINGLE_CJK : SINGLE;
    this.kinds[unit] = folded === '' ? DROPPED : folded === ' ' ? SEPARATOR : folded.length === 1 ? single : SEVERAL;
    return this.kinds[unit];
  }

  /** What a character folds to that gives several units, or lies beyond the basic plane. */
  several(character: string): string {
    let folded = this.#several.get(character);
    if (folded === undefined) this.#several.set(character, (folded = foldCharacter(character)));
    return folded;
  }
}

const table = once(() => new FoldTable());

function fold(text: string, folded: UnitBuffer): void {
  const { kinds, units } = table();
  // The text begins as after a Chinese character: no space is due.
  let afterCjk = true;
  let separatedAt = -1;
  const separate = (beforeCjk: boolean): void => {
    if (separatedAt >= 0 && !afterCjk && !beforeCjk) folded.push(SPACE, separatedAt);
    separatedAt = -1;
  };
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    let kind = kinds[unit] === 0 ? table().learn(unit) : kinds[unit];
    let piece: string | null = null;
    const start = position;
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(position + 1))) {
      piece = table().several(text.slice(position, position + 2));
      position += 1;
      kind = piece === '' ? DROPPED : piece === ' ' ? SEPARATOR : SEVERAL;
    }
    if (kind === SINGLE || kind === SINGLE_CJK) {
      separate(kind === SINGLE_CJK);
      folded.push(units[unit] ?? 0, start);
      afterCjk = kind === SINGLE_CJK;
    } else if (kind === SEPARATOR) {
      if (separatedAt < 0) separatedAt = start;
    } else if (kind === SEVERAL) {
      piece ??= table().several(text.charAt(start));
      const characters = Array.from(piece);
      separate(isCjk(characters[0] ?? ''));
      for (let index = 0; index < piece.length; index += 1) folded.push(piece.charCodeAt(index), start);
      afterCjk = isCjk(characters.at(-1) ?? '');
    }
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** One for all texts: making it takes longer than decoding one. */
const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Collects UTF-16 units, and where asked the offset of each. */
class UnitBuffer {
  #units: Uint16Array<ArrayBuffer>;
  #offsets: Uint32Array | null;
  #length = 0;

  constructor(capacity: number, withOffsets = false) {
    this.#units = new Uint16Array(capacity + 1);
    this.#offsets = withOffsets ? new Uint32Array(capacity + 1) : null;
  }

  push(unit: number, offset: number): void {
    // One place is kept for the last offset.
    if (this.#length + 1 === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    if (this.#offsets !== null) this.#offsets[this.#length] = offset;
    this.#length += 1;
  }

  offsets(end: number): Uint32Array {
    const offsets = this.#offsets ?? new Uint32Array(1);
    offsets[this.#length] = end;
    return offsets.slice(0, this.#length + 1);
  }

  toString(): string {
    return UTF_16.decode(this.#units.subarray(0, this.#length));
  }

  #grow(): void {
    const units = new Uint16Array(this.#units.length * 2 + 16);
    units.set(this.#units);
    this.#units = units;
    if (this.#offsets === null) return;
    const offsets = new Uint32Array(units.length);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
  }
}
