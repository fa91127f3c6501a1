import type { NameMatch } from '../names/name-matcher.js';
import type { CitationCursor, Read } from './citation-cursor.js';
import { isLetter } from './read-english-provisions.js';

/** A law named behind an English article: [start, end) in the folded text without "of the". */
export interface EnglishLawName {
  /** Id in the catalogue, or null where it is not there. */
  readonly law: string | null;
  readonly start: number;
  readonly end: number;
}

const CONNECTIONS = [' of the prc ', ' of the ', ' of ', ' under the ', ' in the ', ' in ', ', ', ' '];
/** Last words of the English titles of laws. */
const TYPES = new Set(
  'law code regulation regulations measures provisions interpretation rules decision opinions act'.split(' '),
);
/** Longest title of a law that is not in the catalogue, in characters and in words. */
const LONGEST_TITLE = 80;
const MOST_WORDS = 10;

/**
 * The law in `of the Cybersecurity Law`, ` PIPL`, `, Data Security Law` at `position`; a title that is not in the
 * catalogue counts only behind "of" and where it ends in the word for a kind of law.
 */
export function readEnglishLaw(
  cursor: CitationCursor,
  position: number,
  nameAt: (start: number) => NameMatch | null,
): Read<EnglishLawName> | null {
  const connection = cursor.oneOf(position, CONNECTIONS);
  if (connection === null) return null;
  const start = connection.end;
  const match = nameAt(start);
  if (match !== null && match.law !== null && match.by !== 'subject')
    return { value: { law: match.law, start: match.start, end: match.end }, end: match.after };
  const end = connection.value.startsWith(' of') ? unknownTitleEnd(cursor, start) : null;
  return end === null ? null : { value: { law: null, start, end }, end };
}

function unknownTitleEnd(cursor: CitationCursor, start: number): number | null {
  let word = '';
  let words = 0;
  for (let end = start; end - start <= LONGEST_TITLE && words < MOST_WORDS; end += 1) {
    const character = cursor.at(end);
    if (isLetter(character) || character === '-') {
      word += character;
    } else {
      if (TYPES.has(word) && words > 0) return end;
      if (character !== ' ') return null;
      [word, words] = ['', words + 1];
    }
  }
  return null;
}
