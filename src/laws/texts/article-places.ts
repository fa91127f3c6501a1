import type { Passage } from '../../documents/passage.js';
import { spanLength, type Span } from '../../documents/span.js';
import type { CitedProvision } from '../citations/citation.js';
import { articleHeadedBy, belongsToLineAbove, isBareArticleNumber, itemBegunBy, subitemsIn } from './law-lines.js';

/** The 款 of an article, each with its 项 by their numbers, each with the numbers of its 目. */
export type ArticlePlaces = ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<number>>>;

/** What a line ends in that is complete in itself. */
const COMPLETE = /[。；：！？…;:!?.|][”’」』）)》"']*$/u;

/**
 * The 款, 项 and 目 that the passages of one article hold, counted from its lines. Where a text has the article twice, those
 * of both.
 */
export function placesOf(passages: readonly Passage[]): ArticlePlaces {
  const places = new Map<number, Map<number, Set<number>>>();
  let counter = new PlaceCounter(places);
  for (const passage of passages)
    for (const line of linesOf(passage)) {
      if (articleHeadedBy(line.text) !== null) counter = new PlaceCounter(places);
      counter.add(line);
    }
  return places;
}

/** A slice of the source: a line, or a part of one where that was cut or wrapped. */
interface ArticleLine {
  readonly text: string;
  /** Where it stands in the source. */
  readonly span: Span;
}

function linesOf({ text, spans }: Passage): readonly ArticleLine[] {
  let at = 0;
  return spans.map((span) => ({ text: text.slice(at, (at += spanLength(span))), span }));
}

/** Counts the places of one article while its lines are read. */
class PlaceCounter {
  readonly #places: Map<number, Map<number, Set<number>>>;
  #paragraph = 0;
  /** The 目 of the 项 that is being read. */
  #subitems: Set<number> | null = null;
  #before: ArticleLine | null = null;

  constructor(places: Map<number, Map<number, Set<number>>>) {
    this.#places = places;
  }

  add(line: ArticleLine): void {
    const { text } = line;
    const item = itemBegunBy(text);
    const goesOn = this.#goesOn(line);
    if (item === null && !goesOn && !isBareArticleNumber(text)) {
      this.#paragraph += 1;
      this.#subitems = null;
    }
    const paragraph = Math.max(1, this.#paragraph);
    const items = this.#places.get(paragraph) ?? new Map<number, Set<number>>();
    this.#places.set(paragraph, items);
    if (item !== null) {
      this.#subitems = items.get(item) ?? new Set<number>();
      items.set(item, this.#subitems);
    }
    if (this.#subitems !== null) for (const subitem of subitemsIn(text)) this.#subitems.add(subitem);
    this.#before = line;
  }

  /** Is this line part of what stands above: a 目, the rest of a line that was cut for length, or of one that was wrapped? */
  #goesOn({ text, span }: ArticleLine): boolean {
    const before = this.#before;
    if (before === null || isBareArticleNumber(before.text)) return false;
    return belongsToLineAbove(text) || before.span[1] === span[0] || !COMPLETE.test(before.text);
  }
}

/** Whether an article has the 款, the 项 and the 目 named; a 项 without a 款 is looked for in all of them. */
export function holdsPlace(places: ArticlePlaces, { paragraph, item, subitem }: CitedProvision): boolean {
  const paragraphs =
    paragraph === null ? [...places.values()] : [places.get(paragraph)].filter((one) => one !== undefined);
  if (paragraphs.length === 0) return paragraph === null && item === null && subitem === null;
  if (item === null) return subitem === null;
  return paragraphs.some((items) => {
    const subitems = items.get(item);
    return subitems !== undefined && (subitem === null || subitems.has(subitem));
  });
}
