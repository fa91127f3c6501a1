import { describe, expect, it } from 'vitest';
import { tokensOfTexts } from '../../../src/embedding/tokens-of-texts.js';

const NO_ENDS = { dimension: 2, ends: new Set<number>() };

describe('the tokens of texts', () => {
  it('stand once each with the lengths of their vectors, without padding', () => {
    // Two texts of three tokens of two numbers; token 9 is padding.
    const ids = BigInt64Array.of(4n, 5n, 4n, /**/ 6n, 9n, 9n);
    const mask = BigInt64Array.of(1n, 1n, 1n, /**/ 1n, 0n, 0n);
    const vectors = Float32Array.of(3, 4, 0, 2, 3, 4, /**/ 5, 12, 9, 9, 9, 9);
    expect(tokensOfTexts(ids, mask, vectors, { ...NO_ENDS, texts: 2 })).toEqual([
      { ids: Int32Array.of(4, 5), weights: Float32Array.of(5, 2) },
      { ids: Int32Array.of(6), weights: Float32Array.of(13) },
    ]);
  });

  it('leave out those that mark ends', () => {
    const [ids, vectors] = [BigInt64Array.of(2n, 4n, 3n), Float32Array.of(9, 9, 0, 0, 8, 8)];
    const ends = new Set([2, 3]);
    expect(tokensOfTexts(ids, BigInt64Array.of(1n, 1n, 1n), vectors, { texts: 1, dimension: 2, ends })).toEqual([
      { ids: Int32Array.of(4), weights: Float32Array.of(0) },
    ]);
  });

  it('are none for no text', () => {
    expect(
      tokensOfTexts(new BigInt64Array(), new BigInt64Array(), new Float32Array(), { ...NO_ENDS, texts: 0 }),
    ).toEqual([]);
  });
});
