import { array, assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRuns } from '../../../src/embedding/cut-runs.js';

describe('cutRuns', () => {
  it('cuts by the number of texts where they are short', () => {
    expect(cutRuns([1, 1, 1, 1, 1], { texts: 2, characters: 100 })).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
  });

  it('cuts by characters, padding included, where they are long', () => {
    // Three of 40 are 120; with the 50 beside two of 40 they would be 150.
    expect(cutRuns([40, 40, 40, 50, 60], { texts: 32, characters: 120 })).toEqual([
      [0, 3],
      [3, 5],
    ]);
  });

  it('gives a text that is too long a run of its own', () => {
    expect(cutRuns([10, 500, 600], { texts: 32, characters: 100 })).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('has no run for no text', () => {
    expect(cutRuns([], { texts: 32, characters: 100 })).toEqual([]);
  });

  it('covers every text once and keeps both limits', () => {
    assert(
      property(
        array(nat(300)),
        integer({ min: 1, max: 9 }),
        integer({ min: 1, max: 900 }),
        (some, texts, characters) => {
          const lengths = some.sort((one, other) => one - other);
          const runs = cutRuns(lengths, { texts, characters });
          expect(runs.flatMap(([start, end]) => lengths.slice(start, end))).toEqual(lengths);
          for (const [start, end] of runs) {
            expect(end - start).toBeGreaterThan(0);
            expect(end - start).toBeLessThanOrEqual(texts);
            if (end - start > 1) expect((end - start) * (lengths[end - 1] ?? 0)).toBeLessThanOrEqual(characters);
          }
        },
      ),
    );
  });
});
