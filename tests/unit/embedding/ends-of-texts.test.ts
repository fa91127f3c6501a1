import { describe, expect, it } from 'vitest';
import { endsOfTexts } from '../../../src/embedding/ends-of-texts.js';

describe('the first and the last token', () => {
  // Three texts of three tokens of two numbers; 9 is padding, on either side.
  const tokens = Float32Array.of(1, 2, 3, 6, 9, 9, /**/ 9, 9, 4, 4, 5, 7, /**/ 9, 9, 9, 9, 9, 9);
  const mask = BigInt64Array.of(1n, 1n, 0n, /**/ 0n, 1n, 1n, /**/ 0n, 0n, 0n);
  const nothing = Float32Array.of(0, 0);

  it('are no padding, and zeros where there is no token', () => {
    expect(endsOfTexts(tokens, mask, 3, 2, 'first')).toEqual([Float32Array.of(1, 2), Float32Array.of(4, 4), nothing]);
    expect(endsOfTexts(tokens, mask, 3, 2, 'last')).toEqual([Float32Array.of(3, 6), Float32Array.of(5, 7), nothing]);
  });

  it('are none of no text', () => {
    expect(endsOfTexts(new Float32Array(), new BigInt64Array(), 0, 2, 'last')).toEqual([]);
  });
});
