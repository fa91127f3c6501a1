/** One byte a row, 1 where the row may be found; null lets every row through. */
export type RowMask = Uint8Array | null;

/** A row with the inner product of its vector and the query's: -1 to 1 for vectors of length 1. */
export interface VectorHit {
  readonly row: number;
  readonly similarity: number;
}

/** Finds the rows whose vectors are nearest to a query. Rows count from 0 in the order in which vectors were given. */
export interface VectorIndex {
  readonly dimension: number;
  readonly count: number;
  /**
   * The nearest rows, best first; equal similarities by ascending row. Fewer than `limit` where fewer rows are allowed.
   * @throws RangeError where the query has another dimension
   */
  search(query: Float32Array, limit: number, rows: RowMask, signal?: AbortSignal): Promise<readonly VectorHit[]>;
}
