import type { DocumentMetadata } from '../documents/document.js';
import type { Question } from '../retrieval/question.js';

/** Ids of the documents that a question is not asked of, because it is asked among others; none where it names its own. */
export function outsideOf(
  { among = [], document, law }: Pick<Question, 'among' | 'document' | 'law'>,
  documents: readonly Pick<DocumentMetadata, 'id'>[],
): readonly string[] {
  if (document !== null || law !== null) return [];
  const wanted = new Set(among);
  const ids = documents.map(({ id }) => id);
  return ids.some((id) => wanted.has(id)) ? ids.filter((id) => !wanted.has(id)) : [];
}
