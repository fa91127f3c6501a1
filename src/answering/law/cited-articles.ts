import type { Passage } from '../../documents/passage.js';
import { holdsPlace, placesOf } from '../../laws/texts/article-places.js';
import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import type { CitedPlaces } from '../../laws/citations/citation.js';
import { findCitations } from '../../laws/citations/find-citations.js';
import { parseArticle } from '../../laws/citations/parse-article.js';
import { withinText } from '../../laws/texts/within-text.js';
import type { Question } from '../../retrieval/question.js';
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
  let room = ARTICLES_AT_MOST;
  for (const { law, places } of namedPlaces(question, catalogue, shelf, day)) {
    const text = shelf.texts.on(law, day, question.asOf !== null);
    const wanted = question.kind === null || text?.documents.some(({ kind }) => kind === question.kind) === true;
    const atHand = text === null || !wanted ? null : await shelf.articles(text);
    const { provisions } = atHand === null || atHand.last === null ? places : withinText(places, atHand.numbers);
    for (const provision of provisions.slice(0, room)) {
      const found = atHand?.passages.get(provision.article ?? '') ?? [];
      if (found.length > 0 && holdsPlace(placesOf(found), provision)) passages.push(...found);
    }
    room -= Math.min(room, provisions.length);
  }
  return passages.filter((one, index) => passages.findIndex(({ id }) => id === one.id) === index);
}

interface NamedPlaces {
  readonly law: string;
  readonly places: CitedPlaces;
}

function namedPlaces(question: Question, catalogue: Catalogue, shelf: LawShelf, day: string): readonly NamedPlaces[] {
  const { law: asked, article } = question;
  const provision = article === null ? null : parseArticle(article);
  const optional =
    asked === null || provision === null ? [] : [{ law: asked, places: { provisions: [provision], ranges: [] } }];
  const named = findCitations(question.text, catalogue, day).flatMap(({ law, name, provisions, ranges }) => {
    // With a law in the options 第二十一条 alone is an article of it.
    const id = law ?? (name === null ? asked : shelf.texts.idOf(name));
    return id === null || (asked !== null && id !== asked) ? [] : [{ law: id, places: { provisions, ranges } }];
  });
  return [...optional, ...named];
}
