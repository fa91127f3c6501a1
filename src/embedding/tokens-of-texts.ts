import type { TextTokens } from './encoder.js';
import { lengthOf } from './unit-vectors.js';

/** What `tokensOfTexts` must be told of the tokens it gets. */
export interface TokensShape {
  readonly texts: number;
  /** Length of a vector. */
  readonly dimension: number;
  /** Tokens that are no words of a text: those that mark where it begins or ends. */
  readonly ends: ReadonlySet<number>;
}

/**
 * The tokens of each text, each once, with the length of its vector.
 * @param ids of all tokens, text after text, every text padded to the same number of tokens
 * @param mask one number a token: 1n, or 0n where it is padding
 * @param vectors of all tokens, in the same order
 */
export function tokensOfTexts(
  ids: BigInt64Array,
  mask: BigInt64Array,
  vectors: Float32Array,
  { texts, dimension, ends }: TokensShape,
): readonly TextTokens[] {
  const length = texts === 0 ? 0 : ids.length / texts;
  return Array.from({ length: texts }, (_, text) => {
    const places = new Map<number, number>();
    for (let place = text * length; place < (text + 1) * length; place += 1) {
      const id = Number(ids[place]);
      if (mask[place] === 1n && !ends.has(id)) places.set(id, place);
    }
    const weights = Float32Array.from(places.values(), (place) =>
      lengthOf(vectors.subarray(place * dimension, (place + 1) * dimension)),
    );
    return { ids: Int32Array.from(places.keys()), weights };
  });
}
