import type { Passage } from '../../documents/passage.js';
import { chapterOf } from '../../laws/texts/chapter-of.js';
import type { LawChapter, LawRequest } from './law-answer.js';
import { citePassages, isInferred, type LawLookupParts } from './law-lookup-parts.js';
import { resolveLaw, titleOf } from './resolve-law.js';

/**
 * The whole chapter that holds an article, in the text that counts on the day of the request. Of a code that lies in
 * several files it is looked for in the file of the article alone: each counts its chapters anew.
 */
export async function findChapter(
  { name, provision, asOf, scopes }: LawRequest,
  { index, catalogue, shelf, today, noticesOf }: LawLookupParts,
  signal?: AbortSignal,
): Promise<LawChapter | null> {
  const resolved = resolveLaw(name, catalogue, shelf.texts);
  if (resolved.kind !== 'found' || provision?.article == null) return null;
  const { id } = resolved;
  const day = asOf ?? today;
  const text = shelf.texts.on(id, day, asOf !== null);
  const [wanted] = text === null ? [] : ((await shelf.articles(text)).passages.get(provision.article) ?? []);
  if (text === null || wanted === undefined) return null;
  const section = chapterOf(wanted.section);
  const inChapter = (passage: Passage): boolean =>
    passage.provision !== null && section.every((heading, level) => passage.section[level] === heading);
  const passages = (await index.passagesOf(wanted.document, signal)).filter(inChapter);
  const documents = new Map((await index.documents(scopes, signal)).map((one) => [one.id, one]));
  return {
    id,
    title: titleOf(id, catalogue, shelf.texts),
    version: text.version,
    inferred: isInferred(text),
    section,
    articles: citePassages(passages, documents, noticesOf),
    outdatedSince: shelf.texts.outdatedSince(text, day),
  };
}
