import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExactIndex } from '../../../src/vector/exact-index.js';
import { EXACT_BELOW_SHARE, HnswIndex } from '../../../src/vector/hnsw-index.js';
import { loadHnswLibrary } from '../../../src/vector/hnsw-library.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const DIMENSION = 16;

/** Vectors of length 1 in every direction, the same each time (a linear congruential generator). */
function scattered(count: number, seed: number): Float32Array {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const table = new Float32Array(count * DIMENSION);
  for (let row = 0; row < count; row += 1) {
    const vector = Array.from({ length: DIMENSION }, next);
    const length = Math.hypot(...vector);
    table.set(
      vector.map((value) => value / length),
      row * DIMENSION,
    );
  }
  return table;
}

const COUNT = 1_500;
const vectors = scattered(COUNT, 1);
const queries = Array.from({ length: 40 }, (_, place) => scattered(1, 1_000 + place));
const exact = new ExactIndex(vectors, DIMENSION);
const hnsw = await loadHnswLibrary();

describe.skipIf(hnsw.status === 'unavailable')('HnswIndex over more rows than it looks at', () => {
  const build = (): Promise<HnswIndex> => {
    if (hnsw.status === 'unavailable') throw new Error(hnsw.reason);
    return HnswIndex.build(hnsw.library, vectors, DIMENSION);
  };
  const library = hnsw.status === 'available' ? hnsw.library : null;

  it('finds at least 95 in 100 of the nearest rows, with the similarities that a scan gives them', async () => {
    const index = await build();
    let right = 0;
    for (const query of queries) {
      const expected = new Map((await exact.search(query, 10, null)).map((hit) => [hit.row, hit.similarity]));
      for (const { row, similarity } of await index.search(query, 10, null)) {
        if (!expected.has(row)) continue;
        right += 1;
        expect(similarity).toBe(expected.get(row));
      }
    }
    expect(right / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('answers exactly as a scan where a filter leaves few rows', async () => {
    const index = await build();
    const few = Uint8Array.from({ length: COUNT }, (_, row) => Number(row % 10 === 0));
    expect(1 / 10).toBeLessThan(EXACT_BELOW_SHARE);
    for (const query of queries) expect(await index.search(query, 7, few)).toEqual(await exact.search(query, 7, few));
  });

  it('gives only rows that a filter lets through, as many as wanted', async () => {
    const index = await build();
    const half = Uint8Array.from({ length: COUNT }, (_, row) => row % 2);
    for (const query of queries) {
      const rows = (await index.search(query, 12, half)).map(({ row }) => row);
      expect(rows).toHaveLength(12);
      expect(rows.filter((row) => row % 2 === 0)).toEqual([]);
    }
  });

  it('finds rows behind a filter that keeps back all that are nearest', async () => {
    const index = await build();
    let right = 0;
    for (const query of queries) {
      const mask = new Uint8Array(COUNT).fill(1);
      for (const { row } of await exact.search(query, 400, null)) mask[row] = 0;
      const expected = new Set((await exact.search(query, 10, mask)).map(({ row }) => row));
      const found = (await index.search(query, 10, mask)).map(({ row }) => row);
      expect(found).toHaveLength(10);
      right += found.filter((row) => expected.has(row)).length;
    }
    expect(right / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('is the same graph each time, byte for byte', async () => {
    const folder = await temporaryFolder();
    await (await build()).write(join(folder, 'first'));
    await (await build()).write(join(folder, 'second'));
    const [first, second] = await Promise.all([readFile(join(folder, 'first')), readFile(join(folder, 'second'))]);
    expect(first.equals(second)).toBe(true);
  });

  it('answers after reading as before writing', async () => {
    const file = join(await temporaryFolder(), 'graph');
    const index = await build();
    await index.write(file);
    const read = library && (await HnswIndex.read(library, file, vectors, DIMENSION));
    for (const query of queries)
      expect(await read?.search(query, 10, null)).toEqual(await index.search(query, 10, null));
  });

  it('is not read from a file that is cut short, or holds another number of rows', async () => {
    const file = join(await temporaryFolder(), 'graph');
    await (await build()).write(file);
    const fewer = vectors.subarray(0, 10 * DIMENSION);
    expect(library && (await HnswIndex.read(library, file, fewer, DIMENSION))).toBeNull();
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length >> 1));
    expect(library && (await HnswIndex.read(library, file, vectors, DIMENSION))).toBeNull();
  });

  it('stops building where the signal is aborted, and tells how far it is', async () => {
    if (library === null) return;
    const reason = new Error('no longer wanted');
    const controller = new AbortController();
    const told: number[] = [];
    const building = HnswIndex.build(library, vectors, DIMENSION, {
      signal: controller.signal,
      onProgress: (done, total) => {
        told.push(done);
        expect(total).toBe(COUNT);
        if (done > 0) controller.abort(reason);
      },
    });
    await expect(building).rejects.toBe(reason);
    expect(told).toHaveLength(2);
  });
});
