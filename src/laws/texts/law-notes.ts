import type { DocumentDate } from '../../documents/document.js';
import type { DocumentKind } from '../../documents/document-kind.js';

/** What the notes under the title of a law say of it, and what its file name adds. */
export interface NotedFacts {
  /** The day of the text at hand: when it was adopted or amended last. */
  readonly date: DocumentDate | null;
  /** YYYY-MM-DD, never before the day of the text. */
  readonly inForce: string | null;
  readonly issuer: string | null;
  readonly kind: DocumentKind | null;
}

const DATE = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu;
const FILE_DATE = /[(（](\d{4}-\d{2}-\d{2})[)）]\.[^./]+$/u;
const TITLES = /《[^《》]*》|〈[^〈〉]*〉/gu;
const MADE = /通过|修[正订改]|公布|发布|批准|印发/u;
const TAKES_EFFECT = /施行|生效/u;
/** The last article of most texts: 本法自2017年6月1日起施行。 */
const FINAL_CLAUSE = /本[^\s，。；]{1,8}自(\d{4})年(\d{1,2})月(\d{1,2})日起(?:正式)?(?:施行|生效)/u;
const ISSUERS =
  /全国人民代表大会常务委员会|全国人民代表大会|最高人民法院|最高人民检察院|国务院(?![\p{Script=Han}]*部)/gu;
/** 中华人民共和国国家安全部令第2号 */
const ORDER = /(?:中华人民共和国)?([\p{Script=Han}、]{2,40}?)令第/u;

interface Event {
  readonly day: string;
  readonly text: string;
}

/**
 * The facts of a law's text from its dated notes. The day of the text is `stated` where a note has it and `inferred`
 * where only the file's name does.
 * @param notes the lines between title and text
 * @param body the lines of the text, for its final clause
 */
export function readNotes(notes: readonly string[], file: string, body: readonly string[]): NotedFacts {
  const events = notes.flatMap(eventsOf);
  const made = events.filter(({ text }) => MADE.test(text));
  const noted =
    made
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? null;
  const named = asDay(FILE_DATE.exec(file)?.[1] ?? '');
  const day = named ?? noted;
  const stated = events.some((event) => event.day === day);
  const effective = events.filter(({ text }) => TAKES_EFFECT.test(text)).map((event) => event.day);
  const inForce = [...finalClause(body), ...effective].filter((one) => day === null || one >= day).at(-1) ?? null;
  return {
    date: day === null ? null : { from: day, to: day, basis: stated ? 'stated' : 'inferred' },
    inForce,
    issuer: issuerOf(made),
    kind: kindOf(made),
  };
}

/** A note cut before each of its dates, what stands in titles left out. */
function eventsOf(note: string): readonly Event[] {
  const text = note.replace(TITLES, '');
  const matches = [...text.matchAll(DATE)];
  return matches.flatMap((match, index) => {
    const day = dayOf(match.slice(1, 4));
    return day === null ? [] : [{ day, text: text.slice(match.index, matches[index + 1]?.index) }];
  });
}

function finalClause(body: readonly string[]): readonly string[] {
  return body.flatMap((line) => {
    const match = FINAL_CLAUSE.exec(line);
    const day = match === null ? null : dayOf(match.slice(1, 4));
    return day === null ? [] : [day];
  });
}

function issuerOf(events: readonly Event[]): string | null {
  const [first] = events;
  if (first === undefined) return null;
  const named = [...new Set(first.text.match(ISSUERS) ?? [])];
  if (named.length > 0) return named.join('、');
  return ORDER.exec(first.text.replace(DATE, '').trim())?.[1] ?? null;
}

function kindOf(events: readonly Event[]): DocumentKind | null {
  const text = events.map((event) => event.text).join('\n');
  if (/审判委员会|检察委员会|最高人民法院|最高人民检察院/u.test(text)) return 'judicial document';
  if (/全国人民代表大会/u.test(text)) return 'law';
  if (/国务院令|国务院第\d+次|国务院[^\n]{0,12}(?:公布|发布|批准|通过)/u.test(text)) return 'administrative regulation';
  return ORDER.test(text.replace(DATE, '')) ? 'departmental rule' : null;
}

function dayOf([year = '', month = '', day = '']: readonly string[]): string | null {
  return asDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The text where it is a day of the calendar as YYYY-MM-DD; else null. */
export function asDay(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
