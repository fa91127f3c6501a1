import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/config/edit-distance.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['TOKEN', 'TOKEN', 0],
    ['TOKN', 'TOKEN', 1],
    ['TOKENS', 'TOKEN', 1],
    ['TOKAN', 'TOKEN', 1],
    ['TOEKN', 'TOKEN', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('of %s and %s is %i', (left, right, expected) => {
    expect(editDistance(left, right)).toBe(expected);
  });

  it('is the same both ways, nought only for equal texts, and at most the longer length', () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'B', '_'), maxLength: 8 });
    fc.assert(
      fc.property(name, name, (left, right) => {
        const distance = editDistance(left, right);
        expect(distance).toBe(editDistance(right, left));
        expect(distance === 0).toBe(left === right);
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
    );
  });
});
