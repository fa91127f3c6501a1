import type { DocumentDate } from '../../documents/document.js';
import type { Law, LawVersion } from '../law.js';
import type { TextAtHand } from './law-texts.js';

/** A text of a law with the day from which it counts. */
export interface DatedText {
  /** Day on which it was adopted or amended last, YYYY-MM-DD; null where unknown. */
  readonly version: string | null;
  /** Since when it is in force, YYYY-MM-DD. */
  readonly from: string;
  readonly atHand: boolean;
}

/** A text of a law whose day of entry into force may be unknown. */
type MaybeDated = Omit<DatedText, 'from'> & { readonly from: string | null };

/**
 * The text of a law that a document of some date meant: the one in force when it was written; before the first came into
 * force, that one once it was made. Null where this is not known: the document has no date, its range holds the day of a
 * change, or the days of the texts are not all known.
 * @param law null where the catalogue does not have it
 * @param texts those at hand
 */
export function meantText(law: Law | null, texts: readonly TextAtHand[], date: DocumentDate | null): DatedText | null {
  const history = historyOf(law, texts);
  if (history === null || date === null) return null;
  const [earliest, latest] = [date.from, date.to].map((day) => inForceOn(history, day));
  return earliest === latest ? (earliest ?? null) : null;
}

/** Since when a later text than this one is in force on a day (YYYY-MM-DD); null where none is known. */
export function newerSince(law: Law | null, texts: readonly TextAtHand[], text: DatedText, day: string): string | null {
  const later = (historyOf(law, texts) ?? []).filter(({ from }) => from > text.from && from <= day);
  return later.at(-1)?.from ?? null;
}

/** All texts that are known of, oldest first; null where the day of one is not known. */
function historyOf(law: Law | null, texts: readonly TextAtHand[]): readonly DatedText[] | null {
  const listed = (law?.versions ?? []).map((version): MaybeDated => {
    const made = (version.adopted ?? version.published)?.value ?? null;
    const atHand = texts.some((text) => isTextOf(text, version));
    return { version: made, from: wholeDay(version.inForce?.value), atHand };
  });
  const others = texts
    .filter((text) => law?.versions.some((version) => isTextOf(text, version)) !== true)
    .map(({ version, from }): MaybeDated => ({ version, from: wholeDay(from), atHand: true }));
  const history = [...listed, ...others].filter((text): text is DatedText => text.from !== null);
  if (history.length < listed.length + others.length) return null;
  return history.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

function isTextOf({ version, from }: TextAtHand, { adopted, published, inForce }: LawVersion): boolean {
  const made = [adopted, published].some((fact) => fact !== null && fact.value === version);
  return made || (inForce !== null && inForce.value === from);
}

function inForceOn(history: readonly DatedText[], day: string): DatedText | null {
  const current = history.findLast(({ from }) => from <= day);
  if (current !== undefined) return current;
  const [first] = history;
  return first !== undefined && first.version !== null && first.version <= day ? first : null;
}

/** The day where it is exact to the day, else null. */
function wholeDay(day: string | null | undefined): string | null {
  return day?.length === 'YYYY-MM-DD'.length ? day : null;
}
