import type { Span } from '../documents/span.js';
import { foldCharacter } from '../shared/fold-character.js';
import { homophonesOf } from './homophones.js';
import { likeliestSpelling } from './likeliest-spelling.js';
import { isFixed } from './lone-characters.js';
import { withoutQuestionPhrases } from './query-terms.js';
import { isTrusted, type Change } from './trusted-respelling.js';

/** What documents tell of the words that they use. Pairs and stretches are folded. */
export interface DocumentWords {
  /** How rare each pair of characters is, from 0 (everywhere) up; a pair that no passage holds is left out. */
  readonly rarities: (pairs: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Whether a passage that may be found holds a stretch of two characters and more as it stands. */
  readonly holds: (stretch: string) => Promise<boolean>;
}

/** Simplified characters, after folding; what lies outside of this block is no slip. */
const RUN = /[\u4e00-\u9fff]{2,}/gu;
const IDEOGRAPH = /^[\u4e00-\u9fff]$/u;
/** Characters that join no word of a question: no pair is looked up with them. */
const PARTICLES = /[的了是在]/gu;
/** A longer text is copied, not typed; each character costs some 40 look-ups. In UTF-16 units. */
const LONGEST = 200;

/** How much a common pair is worth above a rare one, at most: it decides between spellings that are equal otherwise. */
const COMMON = 0.1;

/**
 * A Chinese text with characters that sound alike in place of those that documents do not use so: 网络安权法 is 网络安全法 where
 * they speak of that. A character is changed only where it makes a pair with a neighbour that no passage holds and is part of
 * no word, and where the documents confirm what takes its place (`isTrusted`). Everything else stays as it is written, letter
 * by letter; numerals, negations and the words of questions (什么, 哪些) always. A
 * text of more than 200 UTF-16 units stays as it is.
 * @param isWord whether a wording that documents do not use is a word all the same, beside those of Unicode's dictionary
 * @param names stretches of the text that are names, and right as they are: ascending, not overlapping
 */
export async function respellChinese(
  text: string,
  documents: DocumentWords,
  isWord: (word: string) => boolean,
  names: readonly Span[] = [],
): Promise<string> {
  if (text.length > LONGEST) return text;
  const folded = Array.from({ length: text.length }, (_, at) => foldIdeograph(text.charAt(at))).join('');
  const open = withoutQuestionPhrases(names.reduce(blank, folded)).replace(PARTICLES, ' ');
  let respelt = text;
  for (const { 0: run, index } of open.matchAll(RUN)) {
    const meant = await respellRun(run, documents, isWord);
    for (let at = 0; at < run.length; at += 1)
      if (meant[at] !== run[at]) respelt = replaceAt(respelt, index + at, meant.charAt(at));
  }
  return respelt;
}

/** Anything but a common ideograph is a space: places stay what they are. */
const foldIdeograph = (unit: string): string => (IDEOGRAPH.test(unit) ? foldCharacter(unit) : ' ');

const blank = (text: string, [start, end]: Span): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

const replaceAt = (text: string, at: number, character: string): string =>
  text.slice(0, at) + character + text.slice(at + 1);

async function respellRun(run: string, documents: DocumentWords, isWord: (word: string) => boolean): Promise<string> {
  const rarities = new Map<string, number>();
  const lookUp = async (pairs: readonly string[]): Promise<void> => {
    for (const [pair, rarity] of await documents.rarities([...new Set(pairs)])) rarities.set(pair, rarity);
  };
  const isUsed = (pair: string): boolean => rarities.has(pair);
  const others = await otherSpellings(run, lookUp, isUsed);
  const worth = (pair: string): number => (isUsed(pair) ? 1 + COMMON / (1 + (rarities.get(pair) ?? 0)) : 0);
  // What is not trusted stays as it is written, and something beside it may be respelt instead.
  const settled = new Set<number>();
  for (;;) {
    const spellings = others.map((characters, at) => [run.charAt(at), ...(settled.has(at) ? [] : characters)]);
    const meant = likeliestSpelling(spellings, worth);
    const doubted: Change[] = [];
    for (const change of changesOf(run, meant))
      if (!(await isTrusted(change, { written: run, meant, isUsed, isWord, holds: documents.holds })))
        doubted.push(change);
    if (doubted.length === 0) return meant;
    for (const { start, end } of doubted) for (let at = start; at < end; at += 1) settled.add(at);
  }
}

/** What each character of a run may be respelt as: none for one whose pairs are all used as they are written. */
async function otherSpellings(
  run: string,
  lookUp: (pairs: readonly string[]) => Promise<void>,
  isUsed: (pair: string) => boolean,
): Promise<readonly Characters[]> {
  await lookUp(Array.from(run.slice(1), (character, before) => run.charAt(before) + character));
  const alike = Array.from(run, (character, at) =>
    isFixed(character) || pairsOf(character, at, run).every(isUsed)
      ? []
      : homophonesOf(character).filter((one) => !isFixed(one)),
  );
  /** Which of them documents use between characters of two lists. */
  const used = async (between: (at: number) => readonly [Characters, Characters]): Promise<readonly Characters[]> => {
    const pairs = alike.map((characters, at) => {
      const [before, after] = characters.length === 0 ? [[], []] : between(at);
      return characters.map((one) => [...before.map((other) => other + one), ...after.map((other) => one + other)]);
    });
    await lookUp(pairs.flat(2));
    return alike.map((characters, at) => characters.filter((_, place) => pairs[at]?.[place]?.some(isUsed)));
  };
  const besideWritten = await used((at) => [Array.from(run.charAt(at - 1)), Array.from(run.charAt(at + 1))]);
  // Slips side by side (捉遥计 for 捉谣记): the second stands beside what the first is meant as.
  const chained = await used((at) => [besideWritten[at - 1] ?? [], besideWritten[at + 1] ?? []]);
  return alike.map((characters, at) =>
    characters.filter((one) => [besideWritten, chained].some((found) => found[at]?.includes(one))),
  );
}

type Characters = readonly string[];

/** The pairs that a character would make with the neighbours of a place. */
function pairsOf(character: string, at: number, run: string): readonly string[] {
  const pairs: string[] = [];
  if (at > 0) pairs.push(run.charAt(at - 1) + character);
  if (at + 1 < run.length) pairs.push(character + run.charAt(at + 1));
  return pairs;
}

/** The stretches in which two runs differ; places at most one character apart are one stretch. */
function changesOf(written: string, meant: string): readonly Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] === meant[at]) continue;
    const last = changes.at(-1);
    if (last !== undefined && at - last.end <= 1) changes.splice(-1, 1, { start: last.start, end: at + 1 });
    else changes.push({ start: at, end: at + 1 });
  }
  return changes;
}
