import type { DocumentMetadata } from '../../documents/document.js';
import type { Question } from '../../retrieval/question.js';
import { foldText } from '../../shared/fold-text.js';

const TITLE = /《([^《》]{4,120})》/gu;
const WORDS = /[\p{L}\p{N}]/u;

/**
 * What a question asks of the one document that it names, without the name: by the title of a document in 《》 (a part of
 * it that no other title has will do), or by the law of which it is the text. Null where it names none or several, where it says
 * nothing else, or where it is restricted to a document or law anyway.
 * @param named the laws that the question names: ids, and the names as they stand there
 */
export function homeOf(
  question: Question,
  named: readonly { readonly law: string; readonly wording: string }[],
  documents: readonly DocumentMetadata[],
): Question | null {
  if (question.document !== null || question.law !== null) return null;
  const laws = new Set(named.map(({ law }) => law));
  const titles = [...question.text.matchAll(TITLE)].map(([, title = '']) => foldText(title));
  const homes = documents.filter(({ title, law }) =>
    law === undefined ? titles.some((one) => foldText(title).includes(one)) : laws.has(law.id),
  );
  const [document] = homes;
  if (document === undefined || homes.length > 1) return null;
  const names = document.law === undefined ? [] : named.map(({ wording }) => wording);
  const rest = names.reduce((text, name) => text.replaceAll(name, ' '), question.text).replace(TITLE, ' ');
  return WORDS.test(rest) ? { ...question, text: rest.trim(), document: document.id } : null;
}
