import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../chinese-numerals.js';
import type { StepCounter } from '../step-counter.js';

/** Something read from a text, and where to read on. */
export interface Read<Value> {
  readonly value: Value;
  readonly end: number;
}

/** Longest numeral that is looked at: 一千一百九十七 has 8 characters. */
const LONGEST_NUMERAL = 9;

/** Reads small pieces of a folded text at given places, and counts every character it looks at. */
export class CitationCursor {
  readonly text: string;
  readonly #counter: StepCounter;

  constructor(text: string, counter: StepCounter) {
    this.text = text;
    this.#counter = counter;
  }

  /** The character at a place; empty outside the text. */
  at(position: number): string {
    this.#counter.add();
    return this.text.charAt(position);
  }

  /** The place after `word`, if it stands at `position`. */
  after(position: number, word: string): number | null {
    for (let index = 0; index < word.length; index += 1)
      if (this.at(position + index) !== word.charAt(index)) return null;
    return position + word.length;
  }

  /** The first of `words` that stands at `position`. */
  oneOf(position: number, words: readonly string[]): Read<string> | null {
    for (const word of words) {
      const end = this.after(position, word);
      if (end !== null) return { value: word, end };
    }
    return null;
  }

  /** A whole number from 1 to 9999 in Arabic or in Chinese numerals; a longer row of numerals is none. */
  number(position: number): Read<number> | null {
    return this.arabic(position) ?? this.#chinese(position);
  }

  /** A whole number from 1 to 9999 in Arabic numerals. */
  arabic(position: number): Read<number> | null {
    let end = position;
    while (end - position <= 4 && isArabicDigit(this.at(end))) end += 1;
    const value = Number(this.text.slice(position, end));
    return end === position || end - position > 4 || value === 0 ? null : { value, end };
  }

  #chinese(position: number): Read<number> | null {
    let end = position;
    while (end - position <= LONGEST_NUMERAL && NUMERAL_CHARACTERS.has(this.at(end))) end += 1;
    const value = parseChineseNumeral(this.text.slice(position, end));
    return value === null || value === 0 ? null : { value, end };
  }
}

/** Is this one of 0 to 9? */
export function isArabicDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}
