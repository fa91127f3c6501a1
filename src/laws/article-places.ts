import type { Passage } from '../documents/passage.js';
import { spanLength } from '../documents/span.js';
import type { CitedProvision } from './citation.js';
import { belongsToLineAbove, isBareArticleNumber, itemBegunBy } from './law-lines.js';

/** The 款 of an article, each with the numbers of its 项. */
export type ArticlePlaces = ReadonlyMap<number, ReadonlySet<number>>;

/** The 款 and 项 that the passages of one article hold, counted from its lines. */
export function placesOf(passages: readonly Passage[]): ArticlePlaces {
  const places = new Map<number, Set<number>>();
  const whole = passages.length === 1;
  let paragraph = 0;
  for (const passage of passages) {
    let at = 0;
    for (const span of passage.spans) {
      const line = passage.text.slice(at, at + spanLength(span));
      at += spanLength(span);
      const item = itemBegunBy(line);
      const startsParagraph =
        item === null && !(paragraph > 0 && belongsToLineAbove(line)) && !isBareArticleNumber(line);
      if (whole && startsParagraph) paragraph += 1;
      // Pieces of a longer article say which 款 they are of; where none does, it has one only.
      const own = whole ? Math.max(1, paragraph) : (passage.provision?.paragraph ?? 1);
      const items = places.get(own) ?? new Set<number>();
      if (item !== null) items.add(item);
      places.set(own, items);
    }
  }
  return places;
}

/** Whether an article has the 款 and the 项 named; a 项 without a 款 is looked for in all of them. The 目 is not. */
export function holdsPlace(places: ArticlePlaces, { paragraph, item }: CitedProvision): boolean {
  if (paragraph !== null && !places.has(paragraph)) return false;
  if (item === null) return true;
  return paragraph === null
    ? [...places.values()].some((items) => items.has(item))
    : (places.get(paragraph)?.has(item) ?? false);
}
