import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInSplit, OPEN_ROUNDS } from '../../../src/evaluation/question-split.js';

// SHA-256 of a begins with ca and of b with 3e, which are even; of e with 3f and of f with 25, which are odd.
const EVEN = ['a', 'b'];
const ODD = ['e', 'f'];

const OPEN = OPEN_ROUNDS.map((round) => ({ round }));
/** One that is never open: the first testing halves were run long ago. */
const SPENT_ROUND = 2;

describe('isInSplit', () => {
  describe.each(OPEN)('of the open round $round', ({ round }) => {
    it.each(EVEN)('puts %s into tune, because the hash of its id is even', (id) => {
      expect(isInSplit({ id, round }, 'tune')).toBe(true);
      expect(isInSplit({ id, round }, 'test')).toBe(false);
    });

    it.each(ODD)('puts %s into test, because the hash of its id is odd', (id) => {
      expect(isInSplit({ id, round }, 'tune')).toBe(false);
      expect(isInSplit({ id, round }, 'test')).toBe(true);
    });
  });

  it.each([...EVEN, ...ODD])('keeps %s of a round that is not open for tuning', (id) => {
    for (const question of [{ id }, { id, round: SPENT_ROUND }]) {
      expect(isInSplit(question, 'tune')).toBe(true);
      expect(isInSplit(question, 'test')).toBe(false);
    }
  });

  it('puts every question into all and into exactly one of the two others', () => {
    const question = fc.record({ id: fc.string({ minLength: 1 }), round: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(question, (one) => {
        expect(isInSplit(one, 'all')).toBe(true);
        expect(isInSplit(one, 'tune')).toBe(!isInSplit(one, 'test'));
      }),
    );
  });
});
