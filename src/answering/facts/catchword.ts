import { parseChineseNumeral } from '../../laws/chinese-numerals.js';

/** A numbered catchword: 十个坚持 stands for ten things that are each said with 坚持. */
export interface Catchword {
  /** As the question has it, folded. */
  readonly wording: string;
  /** What each of the things is said with. */
  readonly word: string;
  /** How many there are, 2 to 99. */
  readonly count: number;
}

/** What may stand after a catchword whose things are asked for; that of 三个部门联合发布 goes on otherwise. */
const ASKED = '"?(?:的(?:内容|含义|意思))?(?:[,?]|$|是|指|有哪|包括|包含|具体|分别|都)';
const CATCHWORD = new RegExp(
  `(?<![第\\d零一二两三四五六七八九十百千])(?<wording>(?<count>[两二三四五六七八九十]{1,3})个(?<word>\\p{Script=Han}{2}))(?=${ASKED})`,
  'u',
);

/** The catchword whose things a folded question asks for; null where it asks for none. */
export function catchwordIn(question: string): Catchword | null {
  const { wording, count, word } = CATCHWORD.exec(question)?.groups ?? {};
  if (wording === undefined || count === undefined || word === undefined) return null;
  const number = parseChineseNumeral(count);
  return number === null || number < 2 ? null : { wording, word, count: number };
}

/** Whether a folded text says the word as often as the catchword counts, wherever it does so beside the catchword itself. */
export function spellsOut(text: string, { wording, word, count }: Catchword): boolean {
  return text.replaceAll(wording, '').split(word).length > count;
}
