import type { KnownLaw } from '../../answering/law/known-laws.js';
import { foldText } from '../../shared/fold-text.js';
import type { Words } from '../../wording/words.js';
import { clipText } from '../rendering/clip-text.js';
import { codePoints, DISCORD_LIMITS } from '../rendering/limits.js';

/** One choice of an autocompletion: what is shown, and what is sent for it. */
export interface LawChoice {
  readonly name: string;
  /** Id of the law. */
  readonly value: string;
}

/** A law with its names in the form in which they are compared. */
export interface FoldedLaw {
  readonly law: KnownLaw;
  /** Each name once, folded. */
  readonly names: readonly string[];
  /** First letters of the pinyin of its Chinese names, each once. */
  readonly initials: readonly string[];
}

/* How a name fits, from the best. */
const EXACT = 0;
const PREFIX = 1;
const INSIDE = 2;
/** Added where only the initials of a name fit. */
const BY_INITIALS = 3;

const CHINESE = /\p{Script=Han}/u;
const INITIALS = /^[a-z0-9]+$/;

/**
 * Folds the names of laws once for all keystrokes. Laws whose id is too long for a choice are left out.
 * @param initialsOf first letters of a text in simplified Chinese
 */
export function foldLaws(laws: readonly KnownLaw[], initialsOf: (text: string) => string): readonly FoldedLaw[] {
  return laws
    .filter(({ id }) => codePoints(id) <= DISCORD_LIMITS.choiceText)
    .map((law) => {
      const names = [...new Set(law.names.map((name) => foldText(name).trim()))];
      const initials = names.filter((name) => CHINESE.test(name)).map(initialsOf);
      return { law, names, initials: [...new Set(initials)] };
    });
}

/**
 * Laws for what has been typed so far, at most 25, each once: first those with exactly this name, then those with a name
 * that begins so, then those with it inside a name, then the same by the first letters of the pinyin; among equals in the
 * order given. Script, letter case, width and 《》 do not matter. Nothing typed yet: the first 25.
 */
export function suggestLaws(typed: string, laws: readonly FoldedLaw[], words: Words): readonly LawChoice[] {
  const key = foldText(typed).trim();
  return laws
    .map((folded) => ({ law: folded.law, rank: rankOfLaw(folded, key) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((left, right) => left.rank - right.rank)
    .slice(0, DISCORD_LIMITS.choices)
    .map(({ law }) => ({ name: clipText(shownName(law, words), DISCORD_LIMITS.choiceText), value: law.id }));
}

function rankOfLaw({ names, initials }: FoldedLaw, key: string): number {
  const byName = best(names, key);
  if (Number.isFinite(byName) || !INITIALS.test(key)) return byName;
  return BY_INITIALS + best(initials, key);
}

function best(names: readonly string[], key: string): number {
  return names.reduce((lowest, name) => Math.min(lowest, rankOf(name, key)), Number.POSITIVE_INFINITY);
}

function rankOf(name: string, key: string): number {
  // Everything begins with nothing: before a letter is typed, no law comes before another.
  if (key !== '' && name === key) return EXACT;
  if (name.startsWith(key)) return PREFIX;
  return name.includes(key) ? INSIDE : Number.POSITIVE_INFINITY;
}

/** The title in the script of the reader, and the English one: before the Chinese where the reader reads English. */
function shownName({ title, english }: KnownLaw, words: Words): string {
  const chinese = words.language === 'zh-Hant' ? title.zhHant : title.zhHans;
  const both = words.language === 'en' ? [english, chinese] : [chinese, english];
  return both.filter((one) => one !== null).join(words.partSeparator);
}
