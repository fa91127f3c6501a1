import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowingNumbers } from '../../../src/lexical/growing-numbers.js';

const sixteenBits = fc.integer({ min: 0, max: 0xffff });

describe('GrowingNumbers', () => {
  it('holds what an ordinary list holds after the same pushes and changes', () => {
    fc.assert(
      fc.property(
        fc.array(sixteenBits, { maxLength: 5_000, size: 'max' }),
        fc.array(fc.tuple(fc.nat(), sixteenBits), { maxLength: 50 }),
        (pushed, changes) => {
          const numbers = new GrowingNumbers((length) => new Uint16Array(length));
          const expected: number[] = [];
          for (const value of pushed) {
            numbers.push(value);
            expected.push(value);
          }
          for (const [place, value] of changes) {
            if (place >= expected.length) continue;
            numbers.set(place, value);
            expected[place] = value;
          }
          expect(numbers.length).toBe(expected.length);
          expect(expected.map((_, place) => numbers.at(place))).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says 0 of a place that it does not have', () => {
    const numbers = new GrowingNumbers((length) => new Uint32Array(length));
    numbers.push(7);
    expect([numbers.at(0), numbers.at(1), numbers.at(1e9), numbers.at(-1)]).toEqual([7, 0, 0, 0]);
  });
});
