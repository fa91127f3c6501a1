import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowMask, VectorHit, VectorIndex } from '../../src/vector/vector-index.js';

/** Makes an index over vectors of length 1, one after the other. */
export type MakeVectorIndex = (vectors: Float32Array, dimension: number) => Promise<VectorIndex>;

const DIMENSION = 4;

/** Directions with small whole numbers, so that equal ones come often: ties are the hard part. */
const directions = fc
  .array(fc.integer({ min: -2, max: 2 }), { minLength: DIMENSION, maxLength: DIMENSION })
  .filter((numbers) => numbers.some((number) => number !== 0));

const unit = (numbers: readonly number[]): Float32Array => {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
};

const tableOf = (vectors: readonly Float32Array[]): Float32Array =>
  Float32Array.from(vectors.flatMap((vector) => [...vector]));

/** The definition of the port: sort all allowed rows. */
function sortAll(
  vectors: readonly Float32Array[],
  query: Float32Array,
  limit: number,
  mask: RowMask,
): readonly VectorHit[] {
  return vectors
    .map((vector, row) => ({ row, similarity: vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0) }))
    .filter(({ row }) => mask === null || mask[row] === 1)
    .sort((left, right) => {
      const difference = right.similarity - left.similarity;
      return Math.abs(difference) > 1e-9 ? difference : left.row - right.row;
    })
    .slice(0, limit);
}

/** What every vector index must do, on whatever it is built. */
export function describeVectorIndex(name: string, make: MakeVectorIndex): void {
  describe(`${name}, a vector index`, () => {
    it('finds what sorting all allowed rows finds, with equal similarities by ascending row', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(directions, fc.boolean()), { maxLength: 150, size: 'max' }),
          directions,
          fc.integer({ min: 0, max: 20 }),
          fc.boolean(),
          async (rows, direction, limit, masked) => {
            const vectors = rows.map(([numbers]) => unit(numbers));
            const mask = masked ? Uint8Array.from(rows, ([, allowed]) => Number(allowed)) : null;
            const query = unit(direction);
            const index = await make(tableOf(vectors), DIMENSION);
            const found = await index.search(query, limit, mask);
            const expected = sortAll(vectors, query, limit, mask);
            expect(found.map(({ row }) => row)).toEqual(expected.map(({ row }) => row));
            for (const [place, { similarity }] of found.entries())
              expect(similarity).toBeCloseTo(expected[place]?.similarity ?? NaN, 6);
          },
        ),
        { numRuns: 60 },
      );
    });

    it('knows its dimension and how many rows it has', async () => {
      const index = await make(tableOf([unit([1, 0, 0, 0]), unit([0, 1, 0, 0])]), DIMENSION);
      expect([index.dimension, index.count]).toEqual([DIMENSION, 2]);
    });

    it('finds nothing without rows, with a limit of 0, and where the mask lets nothing through', async () => {
      const query = unit([1, 0, 0, 0]);
      const empty = await make(new Float32Array(0), DIMENSION);
      expect(await empty.search(query, 5, null)).toEqual([]);
      const index = await make(tableOf([query]), DIMENSION);
      expect(await index.search(query, 0, null)).toEqual([]);
      expect(await index.search(query, 5, Uint8Array.of(0))).toEqual([]);
    });

    it('gives the inner product: 1 for the same direction, 0 across, -1 for the opposite', async () => {
      const table = tableOf([unit([-1, 0, 0, 0]), unit([0, 0, 1, 0]), unit([1, 0, 0, 0])]);
      const index = await make(table, DIMENSION);
      expect(await index.search(unit([1, 0, 0, 0]), 3, null)).toEqual([
        { row: 2, similarity: 1 },
        { row: 1, similarity: 0 },
        { row: 0, similarity: -1 },
      ]);
    });

    it('refuses a query of another dimension, and a mask of another number of rows', async () => {
      const index = await make(tableOf([unit([1, 0, 0, 0])]), DIMENSION);
      await expect(index.search(Float32Array.of(1, 0), 1, null)).rejects.toThrow(RangeError);
      await expect(index.search(unit([1, 0, 0, 0]), 1, Uint8Array.of(1, 1))).rejects.toThrow(RangeError);
    });

    it('stops where the signal is aborted', async () => {
      const index = await make(tableOf([unit([1, 0, 0, 0])]), DIMENSION);
      const reason = new Error('no longer wanted');
      await expect(index.search(unit([1, 0, 0, 0]), 1, null, AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
