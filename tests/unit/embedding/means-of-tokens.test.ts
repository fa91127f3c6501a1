import { describe, expect, it } from 'vitest';
import { meansOfTokens } from '../../../src/embedding/means-of-tokens.js';

describe('the mean of tokens', () => {
  it('leaves out padding, on either side, and gives zeros for no token', () => {
    // Three texts of three tokens of two numbers; 9 is padding.
    const tokens = Float32Array.of(1, 2, 3, 6, 9, 9, /**/ 9, 9, 9, 9, 5, 7, /**/ 9, 9, 9, 9, 9, 9);
    const mask = BigInt64Array.of(1n, 1n, 0n, /**/ 0n, 0n, 1n, /**/ 0n, 0n, 0n);
    expect(meansOfTokens(tokens, mask, 3, 2)).toEqual([
      Float32Array.of(2, 4),
      Float32Array.of(5, 7),
      Float32Array.of(0, 0),
    ]);
  });

  it('is nothing for no text', () => {
    expect(meansOfTokens(new Float32Array(), new BigInt64Array(), 0, 2)).toEqual([]);
  });
});
