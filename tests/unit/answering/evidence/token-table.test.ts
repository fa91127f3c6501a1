import { describe, expect, it } from 'vitest';
import { lengthOf, TokenTable } from '../../../../src/answering/evidence/token-table.js';

/** Tokens 7 and 9 with the vectors (3, 4, 0, 0) and (0, 0, 2, 0). */
const TOKENS = { ids: Int32Array.of(7, 9), vectors: Float32Array.of(3, 4, 0, 0, /**/ 0, 0, 2, 0) };

describe('TokenTable', () => {
  it('gives the cosines of tokens, one after the other, with each vector', () => {
    const table = new TokenTable(4);
    table.learn(TOKENS);
    const units = [Float32Array.of(1, 0, 0, 0), Float32Array.of(0, 0.6, 0.8, 0)];
    const cosines = table.cosines([9, 7], units);
    // 9 lies along the third number; of 7 the first is 3/5, and 4/5 of .6 is .48.
    for (const [place, expected] of [0, 0.8, 0.6, 0.48].entries()) expect(cosines[place]).toBeCloseTo(expected, 2);
  });

  it('gives them whatever the number of vectors', () => {
    const table = new TokenTable(4);
    table.learn(TOKENS);
    // Token 9 lies along the third number; of 7 the first is 3/5.
    const units = Array.from({ length: 12 }, (_, at) => Float32Array.of(at / 12, 0, 1 - at / 12, 0));
    const expected = [9, 7, 9].flatMap((id) =>
      units.map(([first = 0, , third = 0]) => (id === 9 ? third : 0.6 * first) / Math.hypot(first, third)),
    );
    for (const length of [0, 1, 4, 5, 6, 10, 11, 12]) {
      const cosines = table.cosines([9, 7, 9], units.slice(0, length));
      expect(cosines).toHaveLength(3 * length);
      for (const [place, cosine] of cosines.entries()) {
        const [token, unit] = [Math.floor(place / length), place % length];
        expect(cosine).toBeCloseTo(expected[token * 12 + unit] ?? NaN, 2);
      }
    }
  });

  it('compares the first 256 numbers of longer vectors', () => {
    const table = new TokenTable(300);
    const [vector, other] = [new Float32Array(300), new Float32Array(300)];
    vector.set([3, 4]);
    other.set([5]);
    // What stands after the 256th number would turn both away from each other.
    vector[256] = 100;
    other[299] = 100;
    table.learn({ ids: Int32Array.of(7), vectors: vector });
    expect(table.cosines([7], [other])[0]).toBeCloseTo(0.6, 2);
  });

  it('knows nothing of a token that it did not learn, or that has no length', () => {
    const table = new TokenTable(4);
    table.learn({ ids: Int32Array.of(1), vectors: new Float32Array(4) });
    expect(table.cosines([1, 2], [Float32Array.of(1, 0, 0, 0)])).toEqual(Float32Array.of(0, 0));
    table.learn(TOKENS);
    expect(table.cosines([7], [new Float32Array(4)])).toEqual(Float32Array.of(0));
  });

  it('keeps the vector that it learnt first', () => {
    const table = new TokenTable(4);
    table.learn(TOKENS);
    table.learn({ ids: Int32Array.of(9), vectors: Float32Array.of(1, 0, 0, 0) });
    expect(table.cosines([9], [Float32Array.of(0, 0, 1, 0)])[0]).toBeCloseTo(1, 5);
  });
});

describe('lengthOf', () => {
  it.each([
    [[3, 4], 5],
    [[], 0],
  ])('of %j is %d', (numbers, length) => {
    expect(lengthOf(Float32Array.from(numbers))).toBe(length);
  });
});
