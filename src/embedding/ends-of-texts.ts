/**
 * The vector of the first or the last token of each text, wherever its padding is. A text without tokens gives zeros.
 * @param tokens vectors of all tokens, text after text, every text padded to the same number of tokens
 * @param mask one number a token: 1n, or 0n where it is padding
 */
export function endsOfTexts(
  tokens: Float32Array,
  mask: BigInt64Array,
  texts: number,
  dimension: number,
  end: 'first' | 'last',
): readonly Float32Array[] {
  const length = texts === 0 ? 0 : mask.length / texts;
  return Array.from({ length: texts }, (_, text) => {
    const own = mask.subarray(text * length, (text + 1) * length);
    const place = end === 'first' ? own.indexOf(1n) : own.lastIndexOf(1n);
    if (place === -1) return new Float32Array(dimension);
    const start = (text * length + place) * dimension;
    return tokens.slice(start, start + dimension);
  });
}
