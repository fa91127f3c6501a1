import { singular } from './tokenize.js';

/** Shorter words are too near to too many others. */
const SHORTEST = 4;
/** From so many letters on a word with one letter too many is taken for a slip, doubled or not. */
const LONG = 7;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const VOWELS = 'aeiou';

/**
 * Slips of one stroke, the likeliest first: neighbours swapped, a letter left out, one too many, a vowel or a sibilant for
 * another. Any other letter in place of one makes another word more often than a slip: clips is no slip for chips.
 */
const SLIPS: readonly ((word: string) => Iterable<string>)[] = [
  swapped,
  withLetterMore,
  withLetterLess,
  withOtherSound,
];

/**
 * The known word that a word was meant to be, if it is one slip of the pen away from it and begins with the same letter:
 * the likeliest slip first, and within one slip that nearest to the end of the word. Null for a short word, a known one, and one that is near to none.
 * O(letters x 26) look-ups.
 * @param word in small letters a to z
 * @param isKnown asked for words in the singular
 */
export function respell(word: string, isKnown: (word: string) => boolean): string | null {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word) || isKnown(singular(word))) return null;
  for (const slip of SLIPS)
    for (const candidate of slip(word))
      if (candidate.startsWith(word.charAt(0)) && isKnown(singular(candidate))) return candidate;
  return null;
}

function* swapped(word: string): Iterable<string> {
  for (let at = word.length - 2; at > 0; at -= 1)
    yield word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function* withLetterMore(word: string): Iterable<string> {
  for (let at = word.length; at > 0; at -= 1)
    for (const letter of LETTERS) yield word.slice(0, at) + letter + word.slice(at);
}

function* withLetterLess(word: string): Iterable<string> {
  for (let at = word.length - 1; at > 0; at -= 1)
    if (word.length >= LONG || word.charAt(at) === word.charAt(at - 1)) yield word.slice(0, at) + word.slice(at + 1);
}

function* withOtherSound(word: string): Iterable<string> {
  for (let at = word.length - 1; at > 0; at -= 1)
    for (const letter of soundsLike(word.charAt(at))) yield word.slice(0, at) + letter + word.slice(at + 1);
}

function soundsLike(letter: string): string {
  if (VOWELS.includes(letter)) return VOWELS;
  return letter === 's' ? 'zc' : letter === 'z' || letter === 'c' ? 's' : '';
}
