import { setImmediate as nextTurn } from 'node:timers/promises';
import { once } from './once.js';
import { scriptOf } from './simplified.js';

/** Entries read between two turns of the event loop: some 10 ms of work. */
const ENTRIES_A_TURN = 4000;

/** Words and characters with what becomes of them. */
interface Table {
  readonly targets: ReadonlyMap<string, string>;
  /** Length of the longest entry by its first code unit. */
  readonly longest: ReadonlyMap<string, number>;
}

/**
 * A text in traditional script, in the forms of Taiwan, by OpenCC's tables. Words serve only to choose between characters
 * (头发 is 頭髮, 发布 is 發佈): no word is put in the place of another (软件 is 軟件, not 軟體). Text with a character that
 * only traditional script has comes back as it is.
 *
 * The tables (6 MB) are loaded when this is first called, in small steps; OpenCC's own converter takes seven times as much
 * memory and blocks half a second.
 */
export async function toTraditional(text: string): Promise<string> {
  for (const character of text) if (scriptOf(character) === 'traditional') return text;
  return (await tables()).reduce(convert, text);
}

const tables = once(async (): Promise<readonly Table[]> => {
  const { Locale } = await import('opencc-js/cn2t');
  const made: Table[] = [];
  for (const group of [...Locale.from.cn, ...Locale.to.tw]) made.push(await tableOf(group));
  return made;
});

/** Of an entry that stands in several dictionaries the last counts. */
async function tableOf(group: readonly (string | readonly (readonly [string, string])[])[]): Promise<Table> {
  const targets = new Map<string, string>();
  const longest = new Map<string, number>();
  for (const dictionary of group) {
    const entries = typeof dictionary === 'string' ? dictionary.split('|') : dictionary;
    for (const [index, entry] of entries.entries()) {
      const [from = '', to = ''] = typeof entry === 'string' ? entry.split(' ') : entry;
      targets.set(from, to);
      longest.set(from.charAt(0), Math.max(from.length, longest.get(from.charAt(0)) ?? 0));
      if (index % ENTRIES_A_TURN === ENTRIES_A_TURN - 1) await nextTurn();
    }
  }
  return { targets, longest };
}

/** The longest entry at each place is taken, from left to right. */
function convert(text: string, { targets, longest }: Table): string {
  let converted = '';
  let position = 0;
  while (position < text.length) {
    let length = Math.min(longest.get(text.charAt(position)) ?? 1, text.length - position);
    while (length > 1 && !targets.has(text.slice(position, position + length))) length -= 1;
    const entry = text.slice(position, position + length);
    converted += targets.get(entry) ?? entry;
    position += length;
  }
  return converted;
}
