import type { Passage } from '../documents/passage.js';
import { holdsPlace, placesOf } from '../laws/article-places.js';
import type { Catalogue } from '../laws/catalogue.js';
import type { CitedProvision } from '../laws/citation.js';
import { findCitations } from '../laws/find-citations.js';
import { parseArticle } from '../laws/parse-article.js';
import type { Question } from '../retrieval/question.js';
import type { LawShelf } from './law-shelf.js';

/** Of a range in a question so many articles are shown first. */
const ARTICLES_AT_MOST = 5;

/**
 * The passages of the articles that a question names with their law, in its order: they are shown before anything is
 * searched for. Empty where it names none, or where the text that counts is not at hand.
 */
export async function citedArticles(
  question: Question,
  catalogue: Catalogue,
  shelf: LawShelf,
  today: string,
): Promise<readonly Passage[]> {
  // Somebody who searches one document wants nothing from another.
  if (question.document !== null) return [];
  const day = question.asOf ?? today;
  const passages: Passage[] = [];
  for (const { law, provision } of namedPlaces(question, catalogue, shelf, day).slice(0, ARTICLES_AT_MOST)) {
    const text = shelf.texts.on(law, day, question.asOf !== null);
    const wanted = question.kind === null || text?.documents.some(({ kind }) => kind === question.kind) === true;
    const found =
      text === null || !wanted ? [] : ((await shelf.articles(text)).passages.get(provision.article ?? '') ?? []);
    if (found.length > 0 && holdsPlace(placesOf(found), provision)) passages.push(...found);
  }
  return passages.filter((one, index) => passages.findIndex(({ id }) => id === one.id) === index);
}

interface NamedPlace {
  readonly law: string;
  readonly provision: CitedProvision;
}

function namedPlaces(question: Question, catalogue: Catalogue, shelf: LawShelf, day: string): readonly NamedPlace[] {
  const { law: asked, article } = question;
  const provision = article === null ? null : parseArticle(article);
  const optional = asked === null || provision === null ? [] : [{ law: asked, provision }];
  const named = findCitations(question.text, catalogue, day).flatMap(({ law, name, provisions }) => {
    // With a law in the options 第二十一条 alone is an article of it.
    const id = law ?? (name === null ? asked : shelf.texts.idOf(name));
    return id === null || (asked !== null && id !== asked)
      ? []
      : provisions.map((one) => ({ law: id, provision: one }));
  });
  return [...optional, ...named];
}
