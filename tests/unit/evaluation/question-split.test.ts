import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInSplit, LAST_SPENT_ROUND } from '../../../src/evaluation/question-split.js';

// SHA-256 of a begins with ca and of b with 3e, which are even; of e with 3f and of f with 25, which are odd.
const EVEN = ['a', 'b'];
const ODD = ['e', 'f'];

const OPEN_ROUND = LAST_SPENT_ROUND + 1;

describe('isInSplit', () => {
  it.each(EVEN)('puts %s of a round that is not spent into tune, because the hash of its id is even', (id) => {
    expect(isInSplit({ id, round: OPEN_ROUND }, 'tune')).toBe(true);
    expect(isInSplit({ id, round: OPEN_ROUND }, 'test')).toBe(false);
  });

  it.each(ODD)('puts %s of a round that is not spent into test, because the hash of its id is odd', (id) => {
    expect(isInSplit({ id, round: OPEN_ROUND }, 'tune')).toBe(false);
    expect(isInSplit({ id, round: OPEN_ROUND }, 'test')).toBe(true);
  });

  it.each([...EVEN, ...ODD])('keeps %s of a round that is spent for tuning', (id) => {
    for (const question of [{ id }, { id, round: LAST_SPENT_ROUND }]) {
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
