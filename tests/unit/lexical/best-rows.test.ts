import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestRows } from '../../../src/lexical/best-rows.js';

it('gives what sorting by score and then by row gives, whatever the order of the candidates', () => {
  // Few different scores, so that ties at the border come often.
  const candidates = fc.uniqueArray(fc.tuple(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 4 })), {
    selector: ([row]) => row,
    maxLength: 80,
  });
  fc.assert(
    fc.property(candidates, fc.integer({ min: 0, max: 90 }), (rows, limit) => {
      const scores = new Float64Array(201);
      for (const [row, score] of rows) scores[row] = score;
      const sorted = [...rows].sort(([row, score], [otherRow, other]) => other - score || row - otherRow);
      const found = bestRows(
        Uint32Array.from(rows, ([row]) => row),
        scores,
        limit,
      );
      expect(found).toEqual(sorted.slice(0, limit).map(([row]) => row));
    }),
  );
});
