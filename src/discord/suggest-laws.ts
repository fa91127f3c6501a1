import type { KnownLaw } from '../answering/known-laws.js';
import { foldText } from '../shared/fold-text.js';
import type { Words } from '../wording/words.js';
import { clipText } from './clip-text.js';
import { codePoints, DISCORD_LIMITS } from './limits.js';

/** One choice of an autocompletion: what is shown, and what is sent for it. */
export interface LawChoice {
  readonly name: string;
  /** Id of the law. */
  readonly value: string;
}

const EXACT = 0;
const PREFIX = 1;
const INSIDE = 2;

/**
 * Laws for what has been typed so far, at most 25, each once: first those with exactly this name, then those with a name
 * that begins so, then those with it inside a name; among equals in the order given. Script, letter case, width and 《》 do
 * not matter. Nothing typed yet: the first 25.
 */
export function suggestLaws(typed: string, laws: readonly KnownLaw[], words: Words): readonly LawChoice[] {
  const key = foldText(typed).trim();
  return laws
    .filter(({ id }) => codePoints(id) <= DISCORD_LIMITS.choiceText)
    .map((law) => ({ law, rank: Math.min(...law.names.map((name) => rankOf(foldText(name), key))) }))
    .filter(({ rank }) => rank <= INSIDE)
    .sort((left, right) => left.rank - right.rank)
    .slice(0, DISCORD_LIMITS.choices)
    .map(({ law }) => ({ name: clipText(shownName(law, words), DISCORD_LIMITS.choiceText), value: law.id }));
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
