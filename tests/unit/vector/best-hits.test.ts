import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BestHits } from '../../../src/vector/best-hits.js';

describe('BestHits', () => {
  it('keeps what sorting everything would put first, whatever the order in which it comes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(200), fc.integer({ min: -3, max: 3 })), { selector: ([row]) => row }),
        fc.integer({ min: 0, max: 20 }),
        (hits, limit) => {
          const best = new BestHits(limit);
          for (const [row, similarity] of hits) best.add(row, similarity);
          const expected = hits
            .map(([row, similarity]) => ({ row, similarity }))
            .sort((left, right) => right.similarity - left.similarity || left.row - right.row)
            .slice(0, limit);
          expect(best.sorted()).toEqual(expected);
        },
      ),
    );
  });

  it('has no floor while there is room, then that of its worst', () => {
    const best = new BestHits(2);
    expect(best.floor).toBe(-Infinity);
    best.add(0, 0.5);
    expect(best.floor).toBe(-Infinity);
    best.add(1, 0.25);
    expect(best.floor).toBe(0.25);
    best.add(2, 0.75);
    expect(best.floor).toBe(0.5);
  });
});
