import { describe, expect, it } from 'vitest';
import { ExactIndex } from '../../../src/vector/exact-index.js';

describe('ExactIndex', () => {
  it('refuses numbers that are no whole number of vectors, and what is no dimension', () => {
    expect(() => new ExactIndex(new Float32Array(5), 2)).toThrow('5 numbers are no whole number of vectors of 2');
    expect(() => new ExactIndex(new Float32Array(0), 0)).toThrow('0 is no dimension');
    expect(() => new ExactIndex(new Float32Array(3), 1.5)).toThrow(RangeError);
  });

  it('adds up every number of a vector, whatever is left over by steps of four', async () => {
    for (const dimension of [1, 3, 4, 5, 7, 8, 9]) {
      // 1 + 2 + ... + n = n(n + 1)/2
      const vector = Float32Array.from({ length: dimension }, (_, at) => at + 1);
      const [hit] = await new ExactIndex(vector, dimension).search(new Float32Array(dimension).fill(1), 1, null);
      expect(hit).toEqual({ row: 0, similarity: (dimension * (dimension + 1)) / 2 });
    }
  });
});
