/** The two knobs of BM25. */
export interface Bm25Parameters {
  /** How soon more of the same term stop helping, 0 to 10; 0: it only counts that the term is there. */
  readonly k1: number;
  /** How much long rows are held back, 0 to 1; 0: length does not matter. */
  readonly b: number;
}

/** The values that Robertson and Zaragoza (2009) name as a good start, and Lucene's. */
export const DEFAULT_BM25_PARAMETERS: Bm25Parameters = { k1: 1.2, b: 0.75 };

/**
 * Inverse document frequency: ln(1 + (N - n + 1/2) / (n + 1/2)). It is above 0 for every term, that of a term in every
 * row too, and highest for a term in none. Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
 * and Beyond" (2009), with the 1 that Lucene adds against negative values.
 * @param rows number of rows N
 * @param holding rows that hold the term n, 0 to N
 */
export function inverseDocumentFrequency(rows: number, holding: number): number {
  return Math.log(1 + (rows - holding + 0.5) / (holding + 0.5));
}

/**
 * What the length of a row adds to the frequency that its terms need: k1 (1 - b + b length / average), at least 0. It is
 * the same for every term, so it is worked out once a row. Same source.
 * @param length tokens in the row
 * @param average tokens in a row on average, above 0
 */
export function lengthNorm(length: number, average: number, { k1, b }: Bm25Parameters): number {
  return k1 * (1 - b + (b * length) / average);
}

/**
 * How much a term in a row counts: f (k1 + 1) / (f + norm), from 0 to k1 + 1. Same source.
 * @param frequency how often the row holds the term, from 1
 * @param norm the row's `lengthNorm`
 */
export function termSaturation(frequency: number, norm: number, k1: number): number {
  return (frequency * (k1 + 1)) / (frequency + norm);
}
