import { once } from '../shared/once.js';
import { charactersBySyllable } from './pinyin.js';

/** For each character those that share a reading with it, itself among them, some more than once. */
const readings = once(() => {
  const found = new Map<string, string>();
  for (const characters of charactersBySyllable().values())
    for (const character of characters) found.set(character, (found.get(character) ?? '') + characters);
  return found;
});

/**
 * The characters that sound like a simplified one in any of its readings, the tone apart: what a hand takes for it that
 * types by ear. Each once, without the character itself; none for a character that is not in GB 2312.
 */
export function homophonesOf(character: string): readonly string[] {
  const alike = new Set(readings().get(character));
  alike.delete(character);
  return [...alike];
}
