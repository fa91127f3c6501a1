import { foldText } from '../../shared/fold-text.js';
import { parseChineseNumeral } from '../chinese-numerals.js';
import { StepCounter } from '../step-counter.js';
import type { CitedPlaces, CitedProvision } from './citation.js';
import { CitationCursor, type Read } from './citation-cursor.js';
import { readChineseProvisions } from './read-chinese-provisions.js';
import { readEnglishProvisions } from './read-english-provisions.js';

const LONGEST = 60;
const BARE = /^(\d{1,4})((?:-\d{1,3}){0,3})$/;

/**
 * One place in a law as somebody types it: 21, 286-1, 二十一, 第二十一条, 第二百八十六条之一, 第二十一条第二款第（三）项, art. 21,
 * Article 21(1). Null where it is no place, or several.
 */
export function parseArticle(typed: string): CitedProvision | null {
  const text = foldText(typed.slice(0, LONGEST)).trim();
  const bare = BARE.exec(text);
  if (bare !== null && Number(bare[1]) > 0) return whole([bare[1], ...(bare[2] ?? '').split('-').slice(1)].map(Number));
  const numeral = parseChineseNumeral(text);
  if (numeral !== null && numeral > 0) return whole([numeral]);
  const cursor = new CitationCursor(text, new StepCounter());
  const only = (read: Read<CitedPlaces> | null): CitedProvision | null =>
    read?.end === text.length && read.value.provisions.length === 1 ? (read.value.provisions[0] ?? null) : null;
  return only(readChineseProvisions(cursor, 0, { ordinal: false })) ?? only(readEnglishProvisions(cursor, 0));
}

function whole(numbers: readonly number[]): CitedProvision {
  return { article: numbers.join('-'), paragraph: null, item: null, subitem: null };
}
