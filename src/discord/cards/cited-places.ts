import type { CheckedCitation } from '../../answering/law/law-answer.js';
import type { CitedProvision } from '../../laws/citations/citation.js';

/** An article that somebody cited, and whose text is at hand. */
export interface CitedPlace {
  /** Id of the law. */
  readonly law: string;
  /** Title of the law as the catalogue, or the text, has it. */
  readonly title: string;
  /** Its article is never null. */
  readonly provision: CitedProvision;
}

/** What every citation of an article has in it, in Chinese or English; most of what people write has not. */
const MAY_CITE = /[\p{Nd}零〇一二三四五六七八九十百千]\s*[条條]|\bart(?:icles?|\.)\s*\p{Nd}/iu;

/** Whether it is worth the while to look for citations in a text. */
export function mayCite(text: string): boolean {
  return MAY_CITE.test(text);
}

/** The articles of a text's citations that were found, each once, in its order; nothing that is absent, old or unchecked. */
export function citedPlaces(citations: readonly CheckedCitation[]): readonly CitedPlace[] {
  const places = citations.flatMap(({ law, name, provisions, verdict, checked }) =>
    verdict === 'found' && law !== null && checked !== null
      ? provisions
          .filter(({ article }) => article !== null)
          .map((provision) => ({ law, title: name ?? law, provision }))
      : [],
  );
  const seen = new Set<string>();
  return places.filter(({ law, provision: { article } }) => {
    const key = `${law} ${article ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
