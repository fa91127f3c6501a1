import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../chinese-numerals.js';

const NUMERAL = `[${[...NUMERAL_CHARACTERS].join('')}\\d]{1,9}`;
const ARTICLE = new RegExp(`^第(${NUMERAL})条((?:之${NUMERAL}){0,3})(?=\\s|$)`, 'u');
/** What stands behind 第N条 and a space where it is spoken of: 第二十一条 的规定, 第三条 第二款. */
const SPOKEN_OF = new RegExp(`^\\s*(?:[的、,，]|[至到和与及或]?第${NUMERAL}[款项条目])`, 'u');
const ITEM = /^[(（]\s*([一二三四五六七八九十百]{1,5})\s*[)）]/u;
const SUBITEM = /^(?:\d{1,3}\s*[.．、](?!\d)|[(（]\d{1,3}[)）]|[①-⑳])/u;
const SUBITEMS =
  /(?<=^|[\s:：;；。])([\d０-９]{1,3})\s?[.．、](?![\d０-９])|(?<=[(（])([\d０-９]{1,3})(?=[)）])|[①-⑳]/gu;
const CIRCLED_ONE = '①'.charCodeAt(0);
const SECTION = new RegExp(`^第${NUMERAL}(编|分编|章|节)(?=\\s|$)`, 'u');
const ANNEX = /^附\s?(?:件|表|录|图)?\s?[一二三四五六七八九十\d]{0,3}(?:[:：].{0,40})?$/u;
const FINAL_CHAPTER = /^附\s*则$/u;
/** Levels of headings below the title: 编, 分编, 章, 节. */
const LEVELS: Readonly<Record<string, number>> = { 编: 2, 分编: 3, 章: 4, 节: 5 };
const CHAPTER = 4;
/** A heading is one line without a sentence end. */
const LONGEST_HEADING = 60;
const LONGEST_ARTICLE_HEAD = 40;

/**
 * The article that a line heads, such as `286-1`: 第二百八十六条之一 at its start with white space or nothing behind it.
 * Null for a reference (第二十一条的规定…) and for anything else.
 */
export function articleHeadedBy(line: string): string | null {
  // Full-width digits keep their length.
  const start = line.slice(0, LONGEST_ARTICLE_HEAD).replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const match = ARTICLE.exec(start);
  if (match === null || SPOKEN_OF.test(start.slice(match[0].length))) return null;
  const numbers = [match[1] ?? '', ...(match[2] ?? '').split('之').slice(1)].map(numberOf);
  return numbers.includes(null) ? null : numbers.join('-');
}

/** Whether a line holds the number of an article and nothing else. */
export function isBareArticleNumber(line: string): boolean {
  return articleHeadedBy(line) !== null && !/\s/.test(line.trim());
}

/** The number of the 项 that a line begins, such as 3 for （三）; null where it begins none. */
export function itemBegunBy(line: string): number | null {
  const match = ITEM.exec(line);
  return match === null ? null : parseChineseNumeral(match[1] ?? '');
}

/** Whether a line begins a 目 of the 项 above it (1. 2． （3） ①), or is a row of a table. */
export function belongsToLineAbove(line: string): boolean {
  return SUBITEM.test(line) || line.startsWith('|');
}

/**
 * The numbers of the 目 that a line begins or lists: 1. and 2． behind a sentence sign, （3）, ①. A decimal number is none.
 */
export function subitemsIn(line: string): readonly number[] {
  return [...line.matchAll(SUBITEMS)].map(([sign, stopped, bracketed]) => {
    const digits = stopped ?? bracketed;
    return digits === undefined ? sign.charCodeAt(0) - CIRCLED_ONE + 1 : Number(digits.normalize('NFKC'));
  });
}

/** The level, 2 to 5, of a heading 编, 分编, 章, 节, of 附则 and of an annex; null where the line is none. */
export function sectionLevel(line: string): number | null {
  if (line.length > LONGEST_HEADING || /[。；;，]$/u.test(line)) return null;
  const unit = SECTION.exec(line)?.[1];
  if (unit !== undefined) return LEVELS[unit] ?? null;
  if (FINAL_CHAPTER.test(line)) return CHAPTER;
  return ANNEX.test(line) ? 2 : null;
}

function numberOf(numeral: string): number | null {
  const value = /^\d+$/.test(numeral) ? Number(numeral) : parseChineseNumeral(numeral);
  return value === null || value < 1 || value > 9999 ? null : value;
}
