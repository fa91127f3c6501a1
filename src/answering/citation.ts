import type { DocumentMetadata } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { Span } from '../documents/span.js';
import { formatProvision } from '../laws/citations/format-provision.js';
import type { Citation, Notice } from './answer.js';

/** The citation of a passage, or of some spans of it. */
export function citationOf(
  passage: Passage,
  document: DocumentMetadata,
  notices: readonly Notice[],
  spans: readonly Span[] = passage.spans,
): Citation {
  return {
    label: citationLabel(passage, document),
    document: document.id,
    title: document.title,
    author: document.author,
    agency: document.agency,
    publisher: document.publisher,
    date: document.date,
    kind: document.kind,
    section: passage.section,
    provision: passage.provision,
    page: passage.page,
    file: document.file,
    spans,
    sha256: document.sha256,
    truncated: passage.truncated.start || passage.truncated.end,
    notices: passage.role === 'abstract' ? [{ key: 'abstract' }, ...notices] : notices,
    url: document.url,
    inferred: document.inferred,
    gaps: passage.truncated,
  };
}

/**
 * One line that names a place in any language: title, who speaks, date, innermost section. As in library catalogues,
 * square brackets stand around what the file itself does not state: 《…》 · 新华社 · [2023-09-10/2023-09-11] · section.
 */
export function citationLabel(passage: Passage, document: DocumentMetadata): string {
  const { author, agency, publisher, date, inferred } = document;
  const bracket = (text: string, isInferred: boolean): string => (isInferred ? `[${text}]` : text);
  const speakers = [
    { role: 'author', name: author },
    { role: 'agency', name: agency },
    { role: 'publisher', name: publisher },
  ] as const;
  const named = speakers.flatMap(({ role, name }) => (name === null ? [] : [bracket(name, inferred.includes(role))]));
  const days = date === null ? null : date.from === date.to ? date.from : `${date.from}/${date.to}`;
  const place = passage.provision === null ? (passage.section.at(-1) ?? null) : formatProvision(passage.provision);
  return [
    /^《.*》$/u.test(document.title) ? document.title : `《${document.title}》`,
    ...new Set(named),
    date === null || days === null ? null : bracket(days, date.basis === 'inferred'),
    place,
    passage.page === null ? null : `p. ${passage.page}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
    .replace(/\s+/g, ' ');
}
