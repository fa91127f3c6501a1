import type { CitationCursor, Read } from './citation-cursor.js';

const INTRODUCTIONS = ['以下统称', '以下简称为', '以下简称', '以下称', '下简称', '下称', '简称'];
/** Longest short name, in characters. */
const LONGEST_SHORT_NAME = 24;
const QUOTES = new Set(['"', '《', '》']);
/** Longest remark behind a title, such as （2016年修订）. */
const LONGEST_REMARK = 20;

/** The short name in （以下简称《网安法》） at `position`, without its marks; null where none is defined there. */
export function readDefinition(cursor: CitationCursor, position: number): Read<string> | null {
  const open = cursor.after(position, '(');
  const introduction = open === null ? null : cursor.oneOf(open, INTRODUCTIONS);
  if (introduction === null) return null;
  let name = '';
  for (let end = introduction.end; end - introduction.end <= LONGEST_SHORT_NAME; end += 1) {
    const character = cursor.at(end);
    if (character === ')') return name.length < 2 ? null : { value: name, end: end + 1 };
    if (character === '' || character === '\n' || character === '(') return null;
    if (!QUOTES.has(character) && !(character === ':' && name === '')) name += character;
  }
  return null;
}

/** The end of a remark on the version behind a title, such as （2016年）, （2021修正）, （试行）, （法释〔2021〕15号）; null where none stands there. */
export function afterVersionRemark(cursor: CitationCursor, position: number): number | null {
  const open = cursor.oneOf(position, ['(', ' ('])?.end;
  if (open === undefined) return null;
  for (let end = open; end - open <= LONGEST_REMARK; end += 1) {
    const character = cursor.at(end);
    if (character === ')') return /^\d{4}|修[订正]|^试行$|号$/u.test(cursor.text.slice(open, end)) ? end + 1 : null;
    if (character === '' || character === '\n' || character === '(') return null;
  }
  return null;
}
