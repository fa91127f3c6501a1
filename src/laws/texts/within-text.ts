import type { ArticleRange, CitedPlaces, CitedProvision } from '../citations/citation.js';
import { LONGEST_RANGE } from '../citations/provision-path.js';
import { compareArticles } from './law-text-problems.js';

/**
 * Cited places held against a text: a range names every article of the text that lies in it, those with a 之 too, and
 * none past its end. Of 第五十条至第六十条 held against a text of 55 articles stay 50 to 55, and 60, which is named itself.
 * A range of more than `LONGEST_RANGE` articles stays as its two ends.
 *
 * @param articles numbers of all articles of the text, lowest first; at least one
 */
export function withinText({ provisions, ranges }: CitedPlaces, articles: readonly string[]): CitedPlaces {
  const inside: CitedProvision[] = [];
  const own: ArticleRange[] = [];
  const byStart = new Map(ranges.map((range) => [range.first, range]));
  for (let position = 0; position < provisions.length; position += 1) {
    const provision = provisions[position];
    if (provision === undefined) continue;
    inside.push(provision);
    const range = byStart.get(position);
    if (range === undefined) continue;
    const between = articlesBetween(provision.article ?? '', provisions[range.last]?.article ?? '', articles);
    own.push({ first: inside.length - 1, last: inside.length + between.length });
    inside.push(...between.map((article) => ({ article, paragraph: null, item: null, subitem: null })));
    position = range.last - 1;
  }
  return { provisions: inside, ranges: own };
}

/** Whether an article lies in a range of cited places, its ends included. What stands between them need not be listed. */
export function liesInRange(
  article: string,
  { first, last }: ArticleRange,
  provisions: readonly CitedProvision[],
): boolean {
  const [from, to] = [provisions[first]?.article, provisions[last]?.article];
  return from != null && to != null && compareArticles(from, article) <= 0 && compareArticles(article, to) <= 0;
}

/** The articles strictly between two: every whole number up to the end of a text, and what the text has with a 之. */
function articlesBetween(first: string, last: string, articles: readonly string[]): readonly string[] {
  const end = numberOf(articles.at(-1) ?? '');
  const isBetween = (article: string): boolean =>
    compareArticles(first, article) < 0 && compareArticles(article, last) < 0;
  const length = Math.max(0, Math.min(numberOf(last), end) - numberOf(first) + 1);
  const whole = Array.from({ length }, (_, index) => String(numberOf(first) + index)).filter(isBetween);
  const suffixed = articles.filter((article) => article.includes('-') && isBetween(article));
  const between = [...whole, ...suffixed].sort(compareArticles);
  return between.length + 2 > LONGEST_RANGE ? [] : between;
}

/** The number of an article without its 之. */
function numberOf(article: string): number {
  return Number(article.split('-')[0]);
}
