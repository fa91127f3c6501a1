/** One byte a row, 1 where the row may be found; null lets every row through. */
export type RowMask = Uint8Array | null;

/** A term of a query and how much it counts; 1 is usual, 0 leaves it out. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A row with its BM25 score, above 0, and which of the query's terms it holds. */
export interface LexicalHit {
  readonly row: number;
  readonly score: number;
  readonly terms: readonly string[];
}

/** Finds rows by the words that they hold. Rows count from 0 in the order in which texts were given. */
export interface LexicalIndex {
  readonly count: number;
  /** The best rows, best first; equal scores by ascending row. Rows that hold no term of the query are not found. */
  search(
    terms: readonly WeightedTerm[],
    limit: number,
    rows: RowMask,
    signal?: AbortSignal,
  ): Promise<readonly LexicalHit[]>;
  /** Rows that hold every one of the terms, ascending; none where no term is given. */
  rowsWithAll(terms: readonly string[]): readonly number[];
  /** Inverse document frequency of a term over the whole index; that of a term no row holds is the highest. */
  idf(term: string): number;
}
