import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenPlaces } from '../../../src/embedding/token-places.js';

const FILLING = 9;
const placesOf = (...texts: readonly (readonly number[])[]) =>
  tokenPlaces(
    texts.map((text) => Int32Array.from(text)),
    FILLING,
  );

describe('the places of tokens', () => {
  it('are those in a list of all tokens, in which each stands once, after the filling', () => {
    expect(placesOf([5, 6], [6, 7, 5])).toEqual({
      tokens: Int32Array.of(FILLING, 5, 6, 7),
      places: Int32Array.of(1, 2, 0, 0, /**/ 2, 3, 1, 0),
      length: 4,
    });
  });

  it('are the filling alone where texts have no tokens, and none where there are no texts', () => {
    expect(placesOf([], [])).toEqual({ tokens: Int32Array.of(FILLING), places: Int32Array.of(0, 0), length: 1 });
    expect(placesOf()).toEqual({ tokens: Int32Array.of(FILLING), places: new Int32Array(), length: 1 });
  });

  it('give every text back', () => {
    const text = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const { tokens, places, length } = placesOf(...texts);
        expect(new Set(tokens).size).toBe(tokens.length);
        for (const [row, own] of texts.entries()) {
          const read = [...places.slice(row * length, (row + 1) * length)].map((place) => tokens[place]);
          expect(read.slice(0, own.length)).toEqual(own);
          expect(read.length).toBeGreaterThan(own.length);
          expect(read.slice(own.length).every((token) => token === FILLING)).toBe(true);
        }
      }),
    );
  });
});
