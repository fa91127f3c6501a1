import { setImmediate as nextTurn } from 'node:timers/promises';
import { byRank } from './best-hits.js';
import { checkQuery, ExactIndex } from './exact-index.js';
import type { HnswLibrary } from './hnsw-library.js';
import type { RowMask, VectorHit, VectorIndex } from './vector-index.js';

type Graph = InstanceType<HnswLibrary['HierarchicalNSW']>;

/**
 * Parameters of the graph (Malkov and Yashunin 2018, section 4): `connections` is M, `buildEffort` efConstruction,
 * `searchEffort` ef, so also the most rows that one search can propose. A graph that is built with less effort and
 * searched with more finds as much and is there in half the time (figures in DESIGN.md). The seed is fixed and rows are
 * added in their order, so the same vectors give the same graph.
 */
export const HNSW_PARAMETERS = { connections: 16, buildEffort: 100, searchEffort: 800, seed: 100 } as const;

/** Below this share of allowed rows a scan over them is faster than a graph that rejects most of what it meets. */
export const EXACT_BELOW_SHARE = 0.2;

/** The graph is asked for this many more than wanted, so that ties at the end are cut by row and not by chance. */
const SPARE_CANDIDATES = 50;

/** Where a filter lets a share of the rows through, this many times as many are asked for as would give enough on average. */
const SPARE_BEHIND_FILTER = 1.2;

/** Rows added between two turns of the event loop: some 50 ms of work. */
const ROWS_A_TURN = 256;

/** What one build of a graph may be told and may tell. */
export interface HnswBuildOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Approximate search over a graph (hierarchical navigable small world, inner product of vectors of length 1). The graph
 * only proposes rows: their similarities are computed as `ExactIndex` does, so that both give equal numbers. Answers by
 * exact scan where a filter leaves few rows, or where most rows are asked for.
 */
export class HnswIndex implements VectorIndex {
  readonly dimension: number;
  readonly count: number;
  readonly #exact: ExactIndex;
  readonly #graph: Graph;

  private constructor(exact: ExactIndex, graph: Graph) {
    this.dimension = exact.dimension;
    this.count = exact.count;
    this.#exact = exact;
    this.#graph = graph;
  }

  /**
   * Builds the graph row by row; gives other work a turn now and then.
   * @param vectors as for `ExactIndex`
   * @throws the signal's reason where it is aborted
   */
  static async build(
    library: HnswLibrary,
    vectors: Float32Array,
    dimension: number,
    { signal, onProgress }: HnswBuildOptions = {},
  ): Promise<HnswIndex> {
    const exact = new ExactIndex(vectors, dimension);
    const graph = new library.HierarchicalNSW('ip', dimension);
    // The library reserves memory for at least one element.
    graph.initIndex(
      Math.max(exact.count, 1),
      HNSW_PARAMETERS.connections,
      HNSW_PARAMETERS.buildEffort,
      HNSW_PARAMETERS.seed,
    );
    for (let row = 0; row < exact.count; row += 1) {
      if (row % ROWS_A_TURN === 0) {
        await nextTurn();
        signal?.throwIfAborted();
        onProgress?.(row, exact.count);
      }
      graph.addPoint(Array.from(vectors.subarray(row * dimension, (row + 1) * dimension)), row);
    }
    onProgress?.(exact.count, exact.count);
    return new HnswIndex(exact, graph);
  }

  /**
   * Reads a graph from a file **whose checksum was verified before**: the library crashes the process on a damaged one.
   * @returns null where the file is no graph over these vectors
   */
  static async read(
    library: HnswLibrary,
    verifiedFile: string,
    vectors: Float32Array,
    dimension: number,
  ): Promise<HnswIndex | null> {
    const exact = new ExactIndex(vectors, dimension);
    const graph = new library.HierarchicalNSW('ip', dimension);
    try {
      await graph.readIndex(verifiedFile);
    } catch {
      // The library knows one error only ("corrupted or unsupported"), so its text says nothing more.
      return null;
    }
    return graph.getCurrentCount() === exact.count ? new HnswIndex(exact, graph) : null;
  }

  /** Writes the graph to a file, not atomically and not flushed: the library writes by itself. */
  async write(file: string): Promise<void> {
    await this.#graph.writeIndex(file);
  }

  async search(query: Float32Array, limit: number, rows: RowMask, signal?: AbortSignal): Promise<readonly VectorHit[]> {
    checkQuery(this, query, rows);
    signal?.throwIfAborted();
    const candidates = limit + SPARE_CANDIDATES;
    const allowed = rows === null ? this.count : countAllowed(rows);
    if (limit <= 0 || candidates >= allowed || allowed < EXACT_BELOW_SHARE * this.count)
      return this.#exact.search(query, limit, rows, signal);

    const proposed =
      rows === null ? this.#nearest(query, candidates) : this.#nearestOf(query, candidates, rows, allowed);
    return proposed
      .map((row) => ({ row, similarity: this.#exact.similarity(row, query) }))
      .sort(byRank)
      .slice(0, limit);
  }

  /** Rows that a filter lets through. The library calls back for every row that it meets: that is only done where it must. */
  #nearestOf(query: Float32Array, candidates: number, rows: Uint8Array, allowed: number): readonly number[] {
    const isAllowed = (row: number): boolean => rows[row] === 1;
    const wanted = Math.ceil((SPARE_BEHIND_FILTER * candidates * this.count) / allowed);
    if (wanted <= HNSW_PARAMETERS.searchEffort) {
      const enough = this.#nearest(query, Math.min(wanted, this.count)).filter(isAllowed);
      if (enough.length >= candidates) return enough;
    }
    return this.#nearest(query, candidates, isAllowed);
  }

  #nearest(query: Float32Array, count: number, filter?: (row: number) => boolean): readonly number[] {
    this.#graph.setEf(Math.max(HNSW_PARAMETERS.searchEffort, count));
    return this.#graph.searchKnn(Array.from(query), count, filter).neighbors;
  }
}

/** By their places: going through the rows of a law book by an iterator takes a millisecond, seven times as long. */
function countAllowed(rows: Uint8Array): number {
  let allowed = 0;
  for (let row = 0; row < rows.length; row += 1) allowed += rows[row] ?? 0;
  return allowed;
}
