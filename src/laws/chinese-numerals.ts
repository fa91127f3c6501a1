const DIGITS = new Map(
  Array.from('〇一二三四五六七八九')
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['零', 0],
      ['两', 2],
    ]),
);
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
/** Old signs for a whole ten. */
const TENS = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

/** Characters that a Chinese numeral of this module is written with. */
export const NUMERAL_CHARACTERS: ReadonlySet<string> = new Set([...DIGITS.keys(), ...UNITS.keys(), ...TENS.keys()]);

/** The largest number that this module reads and writes. */
export const LARGEST_NUMERAL = 9999;

/**
 * The value of a whole Chinese numeral from 0 to 9999, or null where it is none: 二百八十六, 一百零八, 一千〇三十四, 廿一,
 * 两百, and digits alone (一〇三四). Traditional and simplified numerals are the same characters but for 兩, which is to
 * be folded first.
 */
export function parseChineseNumeral(numeral: string): number | null {
  const characters = Array.from(numeral);
  if (characters.length === 0 || characters.length > 9) return null;
  if (characters.every((character) => DIGITS.has(character))) return positional(characters);
  return additive(characters);
}

/** Digits side by side, as in 一〇三四; no zero before others. */
function positional(characters: readonly string[]): number | null {
  if (characters.length > 4 || (characters.length > 1 && DIGITS.get(characters[0] ?? '') === 0)) return null;
  return characters.reduce((value, character) => value * 10 + (DIGITS.get(character) ?? 0), 0);
}

/** Digits with units, units falling; 零 or 〇 only where a unit is missed, as in 一百零八. */
function additive(characters: readonly string[]): number | null {
  let total = 0;
  let digit: number | null = null;
  let smallest = 10_000;
  let zero = false;
  for (const character of characters) {
    const unit = UNITS.get(character);
    const ten = TENS.get(character);
    if (unit !== undefined || ten !== undefined) {
      const size = unit ?? 10;
      // Only 十 may stand without a digit, and only at the start of its group: 十五, 二百一十五.
      const value = ten ?? (digit ?? (unit === 10 ? 1 : Number.NaN)) * size;
      if (Number.isNaN(value) || size >= smallest || (ten !== undefined && digit !== null)) return null;
      total += value;
      [smallest, digit, zero] = [size, null, false];
    } else {
      const value = DIGITS.get(character);
      if (value === undefined || digit !== null || (value === 0 && (zero || total === 0))) return null;
      if (value === 0) zero = true;
      else digit = value;
    }
  }
  if (digit === null) return zero ? null : total;
  // 二百八 is 280 in speech and no number of an article; a skipped unit needs its 零.
  return smallest > 10 && !zero ? null : total + digit;
}

/** A number from 1 to 9999 as the articles of laws write it: 10 is 十, 15 is 十五, 108 is 一百零八, 286 is 二百八十六. */
export function formatChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST_NUMERAL)
    throw new RangeError(`${value} is not a whole number from 1 to ${LARGEST_NUMERAL}`);
  const digits = '零一二三四五六七八九';
  const units = ['千', '百', '十', ''];
  const places = Array.from(String(value).padStart(4, '0'), Number);
  const written = places
    .map((digit, place) => (digit === 0 ? '零' : digits.charAt(digit) + (units[place] ?? '')))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
  return written.replace(/^一十/, '十');
}

/**
 * The number of an article in Chinese: `286-1` is 第二百八十六条之一.
 *
 * @throws {RangeError} where a part is no whole number from 1 to 9999.
 */
export function formatArticle(article: string): string {
  const [first = 0, ...rest] = article.split('-').map(Number);
  return `第${formatChineseNumeral(first)}条${rest.map((part) => `之${formatChineseNumeral(part)}`).join('')}`;
}
