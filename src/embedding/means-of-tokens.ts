/**
 * The mean of the vectors of each text's tokens; padding does not count. A text without tokens gives zeros.
 * @param tokens vectors of all tokens, text after text, every text padded to the same number of tokens
 * @param mask one number a token: 1n, or 0n where it is padding
 * @returns views of one array: an array a text would leave the process larger after a hundred thousand of them
 */
export function meansOfTokens(
  tokens: Float32Array,
  mask: BigInt64Array,
  texts: number,
  dimension: number,
): readonly Float32Array[] {
  const length = texts === 0 ? 0 : mask.length / texts;
  const means = new Float32Array(texts * dimension);
  return Array.from({ length: texts }, (_, text) => {
    const counted: number[] = [];
    for (let token = text * length; token < (text + 1) * length; token += 1)
      if (mask[token] === 1n) counted.push(token * dimension);
    const mean = means.subarray(text * dimension, (text + 1) * dimension);
    if (counted.length > 0) putMeanOfRows(tokens, counted, mean);
    return mean;
  });
}

/** One number of the mean after the other: a sum that stays in a register takes half the time of a vector of sums. */
function putMeanOfRows(tokens: Float32Array, starts: readonly number[], mean: Float32Array): void {
  for (let at = 0; at < mean.length; at += 1) {
    let sum = 0;
    for (let row = 0; row < starts.length; row += 1) sum += tokens[(starts[row] ?? 0) + at] ?? 0;
    mean[at] = sum / starts.length;
  }
}
