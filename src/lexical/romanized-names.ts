import { wordsByPlace } from './chinese-words.js';
import type { Lexicon } from './lexicon.js';
import { standsAlone } from './lone-characters.js';
import { charactersRead, pinyinSyllables } from './pinyin.js';
import { isFunctionWord } from './query-terms.js';
import { singular, tokenize } from './tokenize.js';

/** What documents tell of the names that they use. */
export interface DocumentNames {
  /** How rare each term is, from 0 (everywhere) up; one that no passage holds is left out. */
  readonly rarities: (terms: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Where some passages hold a stretch of two characters and more: folded, with a few characters on both sides. */
  readonly contexts: (stretch: string) => Promise<readonly string[]>;
}

/** For words of a question, as its tokens, the two characters and more that documents have for them, the likeliest first. */
export type ChineseNames = ReadonlyMap<string, readonly string[]>;

/** A word that can be read as pinyin, at [start, end) of a question. */
interface Romanized {
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly syllables: readonly string[];
  /** Its Chinese, folded, as far as it is known. */
  readonly translations: readonly string[];
  /** How near the nearest of that is, 0 (none) to 1; 1 for a word like you or can. */
  readonly nearness: number;
}

const WORD = /(?<![\p{L}\p{N}'’])[A-Za-zü]+(?:['’](?!s?(?![A-Za-zü]))[A-Za-zü]+)?(?![\p{L}\p{N}])/gu;
/** A longer text is copied, not typed. In UTF-16 units. */
const LONGEST = 300;
const MOST_WORDS = 3;
const MOST_SYLLABLES = 5;
/** How many ways to write a name are followed, are looked for in passages, and are taken. */
const MOST_FOLLOWED = 48;
const MOST_LOOKED_FOR = 8;
const MOST_TAKEN = 2;
/** A translation that is less near tells little: the nearest that the lexicon has for Leshan (乐山) is 山区. */
const NEAR = 0.6;

/**
 * The names in pinyin (Wangding, Cai Qi) of a question in another language than Chinese, by what the documents use that is
 * read so. A name has two syllables or more: of one word that means nothing else, or of neighbouring words, all with a
 * capital letter where they mean something (He Lifeng, Long Wei). A passage must hold it, and as no part of other words (户服
 * of 客户服务 is no Hufu); and it must not be what another English word means: Chengdu is not 程度. Empty for a text of more
 * than 300 UTF-16 units.
 */
export async function romanizedNames(text: string, documents: DocumentNames, lexicon: Lexicon): Promise<ChineseNames> {
  const names = new Map<string, readonly string[]>();
  if (text.length > LONGEST) return names;
  const runs = runsOf(text, lexicon);
  const held = await documents.rarities(runs.flat().flatMap(({ written }) => tokenize(written)));
  const isHeld = ({ written }: Romanized): boolean => tokenize(written).some((token) => held.has(token));
  for (const run of runs)
    for (let start = 0; start < run.length;) {
      const words = await longestName(run, start, isHeld, async (some) => {
        const found = await writtenAs(some, documents, lexicon);
        for (const [token, parts] of partsOf(some, found)) names.set(token, parts);
        return found.length > 0;
      });
      start += Math.max(1, words);
    }
  return names;
}

/** How many words from a place on are a name: the most that are one; 0 where none is. */
async function longestName(
  run: readonly Romanized[],
  start: number,
  isHeld: (word: Romanized) => boolean,
  isName: (words: readonly Romanized[]) => Promise<boolean>,
): Promise<number> {
  for (let count = Math.min(MOST_WORDS, run.length - start); count > 0; count -= 1) {
    const words = run.slice(start, start + count);
    if (mayBeName(words, run[start - 1], isHeld) && (await isName(words))) return count;
  }
  return 0;
}

/** The stretches of neighbouring words that can be read as pinyin. */
function runsOf(text: string, lexicon: Lexicon): readonly (readonly Romanized[])[] {
  const runs: Romanized[][] = [];
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const syllables = pinyinSyllables(written);
    if (syllables === null) continue;
    const small = written.toLowerCase();
    const known = lexicon.translations(singular(small));
    const nearness = isFunctionWord(small) ? 1 : Math.max(0, ...known.map((one) => one.nearness));
    if (nearness > 0 && !/^[A-Z]/.test(written)) continue;
    const word = {
      written,
      start,
      end: start + written.length,
      syllables,
      nearness,
      translations: known.map((one) => one.word),
    };
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && /^[ -]$/.test(text.slice(last.end, start))) run.push(word);
    else runs.push([word]);
  }
  return runs;
}

function mayBeName(
  words: readonly Romanized[],
  before: Romanized | undefined,
  isHeld: (word: Romanized) => boolean,
): boolean {
  const count = words.reduce((sum, { syllables }) => sum + syllables.length, 0);
  if (count < 2 || count > MOST_SYLLABLES) return false;
  if (words.every((word) => word.nearness >= NEAR || isHeld(word))) return false;
  // What follows a family name is half a name: where the whole is not found, it is another person.
  return words.length > 1 || before === undefined || before.nearness >= NEAR || before.syllables.length > 1;
}

/** For each word its part of every way to write the whole; for a single syllable with a neighbour. */
function partsOf(words: readonly Romanized[], found: readonly string[]): ChineseNames {
  const parts = new Map<string, readonly string[]>();
  if (found.length === 0) return parts;
  let start = 0;
  for (const { written, syllables } of words) {
    const end = start + syllables.length;
    const own = found.map((name) => {
      const from = Math.min(start, name.length - 2);
      return name.slice(from, Math.max(end, from + 2));
    });
    for (const token of tokenize(written)) parts.set(token, [...new Set(own)]);
    start = end;
  }
  return parts;
}

/** How documents write what is read as some words: what is a word of the dictionary first, then the rarest. */
async function writtenAs(
  words: readonly Romanized[],
  documents: DocumentNames,
  lexicon: Lexicon,
): Promise<readonly string[]> {
  const read = words.flatMap(({ syllables }) => syllables).map(charactersRead);
  const rarest = await rarestReadings(read, documents);
  const translations = words.flatMap((word) => word.translations);
  const own = rarest.filter((name) => translations.includes(name));
  if (own.length > 0) return own.slice(0, 1);
  const inDictionary = new Set(rarest.filter(isOneWord));
  const dictionary = [...inDictionary].filter((name) => !lexicon.isTranslation(name));
  // Beside a meaning of the word, however far, two characters by chance say nothing.
  const isUnknown = words.some(({ nearness }) => nearness === 0);
  const others = rarest.filter((name) => !inDictionary.has(name) && (isUnknown || name.length > 2));
  const found: string[] = [];
  for (const name of [...dictionary.slice(0, MOST_LOOKED_FOR / 2), ...others].slice(0, MOST_LOOKED_FOR)) {
    if (found.length === MOST_TAKEN) break;
    const isWord = inDictionary.has(name);
    if ((await documents.contexts(name)).some((context) => standsApart(name, context, isWord))) found.push(name);
  }
  return found;
}

/** The ways to write syllables of which the documents use every pair, the rarest first. */
async function rarestReadings(read: readonly string[], documents: DocumentNames): Promise<readonly string[]> {
  const pairs = read.slice(1).map((seconds, at) => pairsOf(read[at] ?? '', seconds));
  const rarities = await documents.rarities([...new Set(pairs.flat())]);
  const used = pairs.map((all) => all.filter((pair) => rarities.has(pair)));
  const rarest = (paths: readonly Path[]): readonly Path[] =>
    [...paths].sort((one, other) => other.rarity - one.rarity);
  const pathOf = (pair: string): Path => ({ name: pair, rarity: rarities.get(pair) ?? 0 });
  let paths = rarest((used[0] ?? []).map(pathOf));
  for (const next of used.slice(1)) {
    const longer = paths.flatMap(({ name, rarity }) =>
      next
        .filter((pair) => name.endsWith(pair.charAt(0)))
        .map((pair) => ({ name: name + pair.charAt(1), rarity: rarity + pathOf(pair).rarity })),
    );
    paths = rarest(longer).slice(0, MOST_FOLLOWED);
  }
  return paths.map(({ name }) => name);
}

interface Path {
  readonly name: string;
  readonly rarity: number;
}

const pairsOf = (firsts: string, seconds: string): readonly string[] =>
  Array.from(firsts).flatMap((first) => Array.from(seconds, (second) => first + second));

const isOneWord = (name: string): boolean => wordsByPlace(name)[0]?.end === name.length;

/** Whether no word of a text reaches over an end of a name. */
function standsApart(name: string, context: string, isWord: boolean): boolean {
  const start = context.indexOf(name);
  const end = start + name.length;
  const words = wordsByPlace(context);
  if (start < 0 || (words[start]?.start ?? -1) < start || (words[end - 1]?.end ?? end + 1) > end) return false;
  if (name.length > 2 || isWord || !Array.from(name).some(standsAlone)) return true;
  // Two characters of which one is often a word by itself stand side by side by chance, if not in a list: 、华为等.
  return isEdge(context.charAt(start - 1)) && isEdge(context.charAt(end));
}

const isEdge = (beside: string): boolean => !/\p{Script=Han}/u.test(beside) || standsAlone(beside);
