/**
 * The mean of the vectors of each text's tokens; padding does not count. A text without tokens gives zeros.
 * @param tokens vectors of all tokens, text after text, every text padded to the same number of tokens
 * @param mask one number a token: 1n, or 0n where it is padding
 */
export function meansOfTokens(
  tokens: Float32Array,
  mask: BigInt64Array,
  texts: number,
  dimension: number,
): readonly Float32Array[] {
  const length = texts === 0 ? 0 : mask.length / texts;
  return Array.from({ length: texts }, (_, text) => {
    const sum = new Float64Array(dimension);
    let counted = 0;
    for (let token = text * length; token < (text + 1) * length; token += 1) {
      if (mask[token] !== 1n) continue;
      counted += 1;
      const start = token * dimension;
      for (let at = 0; at < dimension; at += 1) sum[at] = (sum[at] ?? 0) + (tokens[start + at] ?? 0);
    }
    return Float32Array.from(sum, (value) => (counted === 0 ? 0 : value / counted));
  });
}
