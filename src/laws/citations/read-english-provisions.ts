import type { CitedPlaces } from './citation.js';
import { isArabicDigit, type CitationCursor, type Read } from './citation-cursor.js';
import { ProvisionList } from './provision-path.js';

const KEYWORDS = ['articles', 'article', 'arts.', 'arts', 'art.', 'art'];
const BESIDE = [', and ', ', or ', ', ', ' and ', ' or ', ' & '];
const UP_TO = [' to ', ' through ', '-', '–', '—', ' - ', ' – '];
const PARAGRAPH = [', paragraph ', ' paragraph ', ', para. ', ' para. ', ', para ', ' para '];
/** Paragraph, item and subitem: more numbers in brackets are left alone. */
const DEEPEST = 3;

/**
 * The provisions of `Article 21(1)(3)`, `Arts. 38-40`, `articles 21, 22 and 25 to 27` at `position` of a folded text
 * (lower case); null where none start there. 286-1 is an article with a 之, 38-40 a range.
 */
export function readEnglishProvisions(cursor: CitationCursor, position: number): Read<CitedPlaces> | null {
  const number = isLetter(cursor.text.charAt(position - 1)) ? null : afterKeyword(cursor, position);
  const first = number === null ? null : readArticle(cursor, number);
  if (first === null) return null;
  const list = new ProvisionList();
  addArticle(list, first.value, 'narrow');
  let end = first.end;
  for (;;) {
    const joint = cursor.oneOf(end, UP_TO);
    const separator = joint ?? cursor.oneOf(end, BESIDE);
    const next = separator === null ? null : readArticle(cursor, afterKeyword(cursor, separator.end) ?? separator.end);
    if (next === null) return { value: list.finish(), end };
    addArticle(list, next.value, joint === null ? 'add' : 'extend');
    end = next.end;
  }
}

/** The place behind "Article " or "Art." */
function afterKeyword(cursor: CitationCursor, position: number): number | null {
  const keyword = cursor.oneOf(position, KEYWORDS);
  return keyword === null ? null : (cursor.after(keyword.end, ' ') ?? keyword.end);
}

interface Article {
  readonly number: string;
  /** What stands in brackets behind it, outermost first. */
  readonly deeper: readonly string[];
}

function addArticle(list: ProvisionList, { number, deeper }: Article, how: 'narrow' | 'add' | 'extend'): void {
  list[how]({ level: 0, values: [number] });
  const [paragraph, item, subitem] = deeper;
  if (paragraph !== undefined) list.narrow({ level: 1, values: [paragraph] });
  if (item !== undefined) list.narrow({ level: 2, values: [item] });
  if (subitem !== undefined) list.narrow({ level: 3, values: [subitem] });
}

function readArticle(cursor: CitationCursor, position: number): Read<Article> | null {
  const number = cursor.arabic(position);
  if (number === null) return null;
  let { end } = number;
  let article = String(number.value);
  const hyphen = cursor.after(end, '-');
  const suffix = hyphen === null ? null : cursor.arabic(hyphen);
  if (suffix !== null && suffix.value < number.value) [article, end] = [`${article}-${suffix.value}`, suffix.end];
  const deeper: string[] = [];
  const paragraph = cursor.oneOf(end, PARAGRAPH);
  const ordinal = paragraph === null ? null : cursor.arabic(paragraph.end);
  if (ordinal !== null) {
    deeper.push(String(ordinal.value));
    end = ordinal.end;
  }
  while (deeper.length < DEEPEST) {
    const open = cursor.after(end, '(') ?? cursor.after(end, ' (');
    const inside = open === null ? null : cursor.arabic(open);
    const close = inside === null ? null : cursor.after(inside.end, ')');
    if (inside === null || close === null) break;
    deeper.push(String(inside.value));
    end = close;
  }
  const next = cursor.at(end);
  return isLetter(next) || isArabicDigit(next) ? null : { value: { number: article, deeper }, end };
}

/** Is this a small Latin letter? */
export function isLetter(character: string): boolean {
  return character.length === 1 && character >= 'a' && character <= 'z';
}
