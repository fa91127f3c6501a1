import type { Citation } from '../../answering/answer.js';
import type { DocumentKind } from '../../documents/document-kind.js';
import { formatProvision } from '../../laws/citations/format-provision.js';
import type { Words } from '../words.js';

/**
 * A citation in one line of plain text, for a letter or a message: title, who speaks, day, place, page, address. What is
 * unknown is left out; what the file does not state stands in square brackets. Of a law the day says which text it is.
 */
export function plainCitation(citation: Citation, words: Words): string {
  const { title, provision, page, url, section } = citation;
  const day = dayOf(citation, words);
  const version = day === null || provision === null ? day : words.law.textOfDay(day);
  const place =
    provision === null
      ? (section.at(-1) ?? null)
      : words.law.provision(provision.article, provision.paragraph, provision.item, provision.items);
  const parts = [
    words.citation.title(title),
    ...namesOf(citation),
    version === null ? null : bracketed(version, citation.date?.basis === 'inferred'),
    place,
    page === null ? null : words.citation.page(page),
    url,
  ];
  return inOneLine(parts.filter((part) => part !== null).join(words.partSeparator));
}

/**
 * A citation in one line after GB/T 7714-2015 (numeric style): responsible body, title, type, publisher and date, day of
 * access, address. It is in the language of what is cited, whatever the reader's. The standard has no type of its own for
 * laws; as in its example of a government notice online, what an authority issued is `A`, with `/OL` where an address is
 * known. Day of access and address stand only where there is one. Estimated facts stand in square brackets, as the
 * standard has it.
 * @param accessed day on which it was read, YYYY-MM-DD
 */
export function gbCitation(citation: Citation, accessed: string): string {
  const { title, provision, page, url } = citation;
  const [responsible, ...publishers] = namesOf(citation);
  const heading = provision === null ? unquoted(title) : `${unquoted(title)}: ${formatProvision(provision)}`;
  const date = dateRange(citation);
  const isEstimated = citation.date?.basis === 'inferred';
  const year = page === null || date === null ? null : bracketed(date.slice(0, 'YYYY'.length), isEstimated);
  const published = [...publishers, ...(year === null ? [] : [year])].join(', ') + (page === null ? '' : `: ${page}`);
  const day = date === null ? '' : bracketed(date, isEstimated);
  const issued =
    url === null
      ? [published, year === null ? day : ''].filter((part) => part !== '').join(', ')
      : `${published}${day === '' ? '' : `(${day})`}[${accessed}]`;
  const parts = [
    responsible?.replaceAll('、', ', ') ?? null,
    `${heading}[${typeOf(citation.kind, url !== null)}]`,
    issued === '' ? null : issued,
    url,
  ];
  return `${inOneLine(parts.filter((part) => part !== null).join('. '))}.`;
}

/** Letters of GB/T 7714-2015, annex B: N newspaper, A archives (and documents of authorities), EB online page, Z other. */
function typeOf(kind: DocumentKind | null, online: boolean): string {
  const letter = kind === null ? null : TYPE_LETTERS[kind];
  if (letter !== null) return online ? `${letter}/OL` : letter;
  return online ? 'EB/OL' : 'Z';
}

/** Null: a page online, or something that no letter means. */
const TYPE_LETTERS: Readonly<Record<DocumentKind, 'A' | 'N' | null>> = {
  'news agency report': null,
  'newspaper brief': 'N',
  'article signed by an official': null,
  'article of a Party study group': null,
  'ministry feature': null,
  law: 'A',
  'administrative regulation': 'A',
  'departmental rule': 'A',
  'normative document': 'A',
  'judicial document': 'A',
  'Party document': 'A',
  'strategy or plan': 'A',
  initiative: 'A',
  'joint statement': 'A',
};

/** Author, agency and publisher, each once; those that the file does not state in square brackets. */
function namesOf({ author, agency, publisher, inferred }: Citation): readonly string[] {
  const speakers = [
    { role: 'author', name: author },
    { role: 'agency', name: agency },
    { role: 'publisher', name: publisher },
  ] as const;
  const named = speakers.flatMap(({ role, name }) => (name === null ? [] : [bracketed(name, inferred.includes(role))]));
  return [...new Set(named)];
}

function dayOf({ date }: Citation, words: Words): string | null {
  if (date === null) return null;
  return date.from === date.to ? words.date.day(date.from) : words.date.range(date.from, date.to);
}

/** YYYY-MM-DD, or YYYY-MM-DD/YYYY-MM-DD. */
function dateRange({ date }: Citation): string | null {
  if (date === null) return null;
  return date.from === date.to ? date.from : `${date.from}/${date.to}`;
}

function bracketed(text: string, isInferred: boolean): string {
  return isInferred ? `[${text}]` : text;
}

/** A title without the 《》 around the whole of it. */
function unquoted(title: string): string {
  return /^《[^《》]*》$/u.test(title) ? title.slice(1, -1) : title;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
