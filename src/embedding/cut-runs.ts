/** How much one run of a model may take. */
export interface RunLimits {
  /** Texts, at least 1. */
  readonly texts: number;
  /** Characters with the padding that brings every text to the length of the longest; a single text may be longer. */
  readonly characters: number;
}

/**
 * Cuts texts into runs: [start, end) of each, in order, all of them covered.
 * @param lengths of the texts in characters, ascending, so that little is padding
 */
export function cutRuns(
  lengths: readonly number[],
  { texts, characters }: RunLimits,
): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  let start = 0;
  for (const [place, length] of lengths.entries()) {
    const count = place - start;
    if (count === 0 || (count < texts && (count + 1) * length <= characters)) continue;
    runs.push([start, place]);
    start = place;
  }
  if (start < lengths.length) runs.push([start, lengths.length]);
  return runs;
}
