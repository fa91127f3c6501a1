import { once } from '../shared/once.js';

const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** A word of a text by its place: [start, end) in UTF-16 units. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/**
 * The word that each UTF-16 unit of a text lies in, by the dictionary of Unicode's segmenter: characters that make no word
 * of it stand alone. The first call takes some 30 ms.
 */
export function wordsByPlace(text: string): readonly Word[] {
  return Array.from(segmenter().segment(text)).flatMap(({ segment, index }) => {
    const word = { start: index, end: index + segment.length };
    return Array.from({ length: segment.length }, () => word);
  });
}
