import type { DocumentMetadata } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import type { TextAtHand } from '../../laws/texts/law-texts.js';
import type { PassageIndex } from '../../retrieval/passage-index.js';
import type { Notice } from '../answer.js';
import { citationOf } from '../citation.js';
import type { LawPassage } from './law-answer.js';
import type { LawShelf } from './law-shelf.js';

/** What a reader must know before relying on a passage. */
export type NoticesOf = (passage: Passage, document: DocumentMetadata) => readonly Notice[];

/** What a request about one law is answered from. */
export interface LawLookupParts {
  readonly index: PassageIndex;
  readonly catalogue: Catalogue;
  /** Of the scopes of the request. */
  readonly shelf: LawShelf;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly noticesOf: NoticesOf;
}

/** Passages with their citations; those of documents that are not given are left out. */
export function citePassages(
  passages: readonly Passage[],
  documents: ReadonlyMap<string, DocumentMetadata>,
  noticesOf: NoticesOf,
): readonly LawPassage[] {
  return passages.flatMap((passage) => {
    const document = documents.get(passage.document);
    if (document === undefined) return [];
    const citation = citationOf(passage, document, noticesOf(passage, document));
    return [{ id: passage.id, text: passage.text, citation }];
  });
}

/** Whether the day of a text stands in the name of its file only. */
export function isInferred(text: TextAtHand): boolean {
  return text.documents.some(({ date }) => date?.basis === 'inferred');
}
