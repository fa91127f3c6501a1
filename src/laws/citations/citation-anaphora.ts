import type { CitedPlaces, CitedProvision } from './citation.js';
import type { Antecedent, CitationContext } from './citation-context.js';
import type { CitationCursor, Read } from './citation-cursor.js';
import { mayBeginReference } from './citation-titles.js';
import { readChineseProvisions } from './read-chinese-provisions.js';

const POINTERS = ['本', '该', '同', '此'];
const TYPES = ['法', '条例', '细则', '规定', '办法', '解释', '决定', '意见', '规则', '标准'];
/** 同条件, 本条例, 该条款, 前款项: other words. */
const LONGER_WORD = /^[件例款约目项]/u;

/** Characters that make another word with the one that follows: 基本法, 应该, 因此, 以前. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['本', '基日资成版样文标剧根原'],
  ['该', '应'],
  ['此', '因如彼'],
  ['前', '以目提空之事'],
]);

/** May the character at this place be a pointer, and not the end of another word? 同 is one only where a phrase begins. */
export function mayPointBack(text: string, position: number): boolean {
  const others = OTHER_WORDS.get(text.charAt(position));
  if (others === undefined) return mayBeginReference(text, position);
  return position === 0 || !others.includes(text.charAt(position - 1));
}

/** A reference back: the law that it means and its places; null where there is nothing to refer to. */
export interface Anaphora {
  readonly antecedent: Antecedent | null;
  readonly places: CitedPlaces;
}

/**
 * Reads 该法第三条, 本条例第二条, 同条第二款, 前款第三项, 前条 at `position`; null where none of these stands there. One
 * without an antecedent is read all the same, so that its article is not taken for another law's.
 */
export function readAnaphora(
  cursor: CitationCursor,
  position: number,
  context: CitationContext,
): Read<Anaphora> | null {
  return readLawPointer(cursor, position, context) ?? readPlacePointer(cursor, position, context);
}

function readLawPointer(cursor: CitationCursor, position: number, context: CitationContext): Read<Anaphora> | null {
  const pointer = cursor.oneOf(position, POINTERS);
  const type = pointer === null ? null : cursor.oneOf(pointer.end, TYPES);
  const list = type === null ? null : readChineseProvisions(cursor, type.end, { ordinal: true });
  if (type === null || list === null) return null;
  return { value: { antecedent: context.ofType(type.value, position), places: list.value }, end: list.end };
}

function readPlacePointer(cursor: CitationCursor, position: number, context: CitationContext): Read<Anaphora> | null {
  const paragraph = cursor.after(position, '前款');
  const article = paragraph ?? cursor.oneOf(position, ['前条', '同条', '该条', '本条'])?.end ?? null;
  if (article === null || LONGER_WORD.test(cursor.at(article))) return null;
  const antecedent = context.withProvision(position);
  const known = antecedent?.provision ?? null;
  const base = known === null ? null : placeOf(known, paragraph !== null);
  // Without an antecedent the levels below are read over on a stand-in, and thrown away.
  const standIn = { article: '1', paragraph: paragraph === null ? null : 1, item: null, subitem: null };
  const list = readChineseProvisions(cursor, article, { base: base ?? standIn, ordinal: true });
  const end = list?.end ?? article;
  if (base === null) return { value: { antecedent: null, places: { provisions: [], ranges: [] } }, end };
  return { value: { antecedent, places: list?.value ?? { provisions: [base], ranges: [] } }, end };
}

/** The article of a place, or its paragraph; null where no paragraph was named, because 前款 then says nothing. */
function placeOf({ article, paragraph }: CitedProvision, wantsParagraph: boolean): CitedProvision | null {
  if (wantsParagraph && paragraph === null) return null;
  return { article, paragraph: wantsParagraph ? paragraph : null, item: null, subitem: null };
}
