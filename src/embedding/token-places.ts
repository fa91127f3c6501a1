/** Some texts as places in a list of their tokens, in which each token stands once. */
export interface TokenPlaces {
  /** The filling token, then all others. */
  readonly tokens: Int32Array;
  /** The places of the tokens of each text, text after text, each filled up to `length` with the place of the filling token. */
  readonly places: Int32Array;
  /** Tokens of the longest text, and one: every text ends in the filling token. */
  readonly length: number;
}

/**
 * The tokens of texts for a model that compares texts token by token: texts that one question finds share most of theirs, and
 * each is then looked at once. Every text has the filling token too, which is near to nothing: no text is then less near.
 * @param filling a token whose vector has no length
 */
export function tokenPlaces(texts: readonly Int32Array[], filling: number): TokenPlaces {
  const length = texts.reduce((most, text) => Math.max(most, text.length), 0) + 1;
  const placeOf = new Map([[filling, 0]]);
  const places = new Int32Array(texts.length * length);
  for (const [row, text] of texts.entries())
    for (let at = 0; at < text.length; at += 1) {
      const token = text[at] ?? filling;
      const known = placeOf.get(token);
      if (known === undefined) placeOf.set(token, placeOf.size);
      places[row * length + at] = known ?? placeOf.size - 1;
    }
  return { tokens: Int32Array.from(placeOf.keys()), places, length };
}
