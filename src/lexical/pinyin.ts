import { once } from '../shared/once.js';
import { SYLLABLES } from './syllables.js';

const READ_SO = /([a-z]+)([^a-z\s]+)/gu;
/** A syllable as far as spelling tells: a consonant before a vowel begins the next one. ü is v. */
const SYLLABLE = /[^aeiouv]{0,2}[aeiouv]{1,3}(?:(?:ng|n|r)(?![aeiouv]))?/gu;
const LONGEST = 30;

/** The simplified characters of GB 2312 by the syllable that they are read as, the tone apart; ü is v. */
export const charactersBySyllable: () => ReadonlyMap<string, string> = once(
  () => new Map(Array.from(SYLLABLES.matchAll(READ_SO), ([, syllable = '', all = '']) => [syllable, all])),
);

/** The simplified characters of GB 2312 that are read as a syllable in small letters, whatever the tone; ü may be written u. */
export function charactersRead(syllable: string): string {
  const withDots = /^[ln]ue?$/.test(syllable) ? syllable.replace('u', 'v') : '';
  return (charactersBySyllable().get(syllable) ?? '') + (charactersBySyllable().get(withDots) ?? '');
}

/**
 * The syllables of a word in pinyin without tones, in small letters with v for ü: xuexiang is xue, xiang; xi'an is xi, an,
 * while xian is one. Null for any other word. As pinyin is written, no syllable after the first begins with a vowel without
 * an apostrophe: most words of other languages fail by that.
 */
export function pinyinSyllables(word: string): readonly string[] | null {
  if (word.length > LONGEST) return null;
  const syllables: string[] = [];
  for (const part of word.toLowerCase().replaceAll('ü', 'v').split(/['’]/u)) {
    const found = part.match(SYLLABLE) ?? [];
    if (found.length === 0 || found.join('') !== part || found.some((syllable) => charactersRead(syllable) === ''))
      return null;
    syllables.push(...found);
  }
  return syllables;
}
