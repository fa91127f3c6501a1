import type { Citation, Notice } from '../../answering/answer.js';
import type { DocumentKind } from '../../documents/document-kind.js';
import type { DocumentDate } from '../../documents/document.js';
import type { Words } from '../words.js';

/** Who speaks, as it must stand before a quotation. Unknown parts are worded as unknown, never left out. */
export interface SpeakerView {
  /** Author, agency and publisher, each once; those that the file does not state are marked as inferred. */
  readonly names: string;
  readonly kind: string;
  /** One day or a range; marked where it is inferred. */
  readonly date: string;
  /** All three in one line. */
  readonly line: string;
}

/** Where a text stands. */
export interface CitationView {
  /** The citation in one line, as the engine made it. Never to be broken or shortened in its middle. */
  readonly label: string;
  readonly document: string;
  readonly title: string;
  readonly speaker: SpeakerView;
  /** Headings above the text, outermost first, in one line; null where there are none. */
  readonly section: string | null;
  readonly page: string | null;
  readonly source: SourceView;
  readonly url: string | null;
  /** What a reader must know before relying on the quotation, as whole sentences. */
  readonly notices: readonly string[];
}

export interface SourceView {
  readonly file: string;
  /** SHA-256 of the source text, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Its first `SHORT_SHA256_LENGTH` digits. */
  readonly shortSha256: string;
  /** File and short checksum in one line. */
  readonly line: string;
}

/** Enough to tell texts apart at sight; the whole checksum stands in the JSON output. */
export const SHORT_SHA256_LENGTH = 12;

/** Between headings of one line, outermost first. */
export const SECTION_SEPARATOR = ' › ';

type SpeakerRole = Citation['inferred'][number];

const SPEAKER_ROLES: readonly SpeakerRole[] = ['author', 'agency', 'publisher'];

/** The facts about who speaks that citations and documents share. */
export interface SpeakerFacts {
  readonly author: string | null;
  readonly agency: string | null;
  readonly publisher: string | null;
  readonly kind: DocumentKind | null;
  readonly date: DocumentDate | null;
  readonly inferred: readonly SpeakerRole[];
}

/** Words a date: one day or a range, marked where it is inferred, `unknown` where there is none. */
export function viewDate(date: DocumentDate | null, words: Words): string {
  if (date === null) return words.unknown.date;
  const worded = date.from === date.to ? words.date.day(date.from) : words.date.range(date.from, date.to);
  return date.basis === 'inferred' ? words.inferred(worded) : worded;
}

export function viewSpeaker(facts: SpeakerFacts, words: Words): SpeakerView {
  const known = SPEAKER_ROLES.flatMap((role) => {
    const name = facts[role];
    if (name === null) return [];
    return [facts.inferred.includes(role) ? words.inferred(name) : name];
  });
  const names = known.length === 0 ? words.unknown.speaker : [...new Set(known)].join(words.listSeparator);
  const kind = facts.kind === null ? words.unknown.kind : words.kinds[facts.kind];
  const date = viewDate(facts.date, words);
  return { names, kind, date, line: [names, kind, date].join(words.partSeparator) };
}

export function viewSource(file: string, sha256: string, words: Words): SourceView {
  const shortSha256 = sha256.slice(0, SHORT_SHA256_LENGTH);
  return { file, sha256, shortSha256, line: words.citation.source(file, shortSha256) };
}

export function viewNotice(notice: Notice, words: Words): string {
  switch (notice.key) {
    case 'rule-replaced':
      return words.notice.ruleReplaced(notice.title, notice.replacedByTitle, notice.since);
    case 'rule-amended':
      return words.notice.ruleAmended(notice.title, notice.since);
    case 'rule-modified':
      return words.notice.ruleModified(notice.title, notice.by, notice.since);
    case 'text-outdated':
      return words.notice.textOutdated(notice.title, notice.version, notice.since);
    case 'abstract':
      return words.notice.abstract;
  }
}

/** Words a citation. A text that the source has cut short gets a notice that explains the […] of its quotation. */
export function viewCitation(citation: Citation, words: Words): CitationView {
  const notices = citation.notices.map((notice) => viewNotice(notice, words));
  return {
    label: citation.label,
    document: citation.document,
    title: words.citation.title(citation.title),
    speaker: viewSpeaker(citation, words),
    section: citation.section.length === 0 ? null : citation.section.join(SECTION_SEPARATOR),
    page: citation.page === null ? null : words.citation.page(citation.page),
    source: viewSource(citation.file, citation.sha256, words),
    url: citation.url,
    notices: citation.truncated ? [...notices, words.notice.gap] : notices,
  };
}
