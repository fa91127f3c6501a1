import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSlices, sourceSpans, type Span } from '../../../src/documents/span.js';

/** A source, and slices of it in any order, some of them empty. */
const sliced = fc.string({ maxLength: 40 }).chain((source) => {
  const place = fc.nat({ max: source.length });
  const slice = fc.tuple(place, place).map(([one, other]): Span => [Math.min(one, other), Math.max(one, other)]);
  return fc.record({ source: fc.constant(source), spans: fc.array(slice, { maxLength: 4 }) });
});

describe('sourceSpans', () => {
  /** Of 5 and 3 characters. */
  const spans: readonly Span[] = [
    [10, 15],
    [30, 33],
  ];

  it('cuts the first and the last slice that a range touches', () => {
    expect(sourceSpans({ spans }, [2, 6])).toEqual([
      [12, 15],
      [30, 31],
    ]);
  });

  it('leaves out slices that a range only meets, and has none for an empty range', () => {
    expect(sourceSpans({ spans }, [0, 5])).toEqual([[10, 15]]);
    expect(sourceSpans({ spans }, [5, 8])).toEqual([[30, 33]]);
    expect(sourceSpans({ spans }, [3, 3])).toEqual([]);
    expect(sourceSpans({ spans: [] }, [0, 8])).toEqual([]);
  });

  it('gives slices that say what the range of the joined text says', () => {
    fc.assert(
      fc.property(sliced, fc.nat({ max: 170 }), fc.nat({ max: 170 }), ({ source, spans }, one, other) => {
        const range: Span = [Math.min(one, other), Math.max(one, other)];
        expect(joinSlices(source, sourceSpans({ spans }, range))).toBe(joinSlices(source, spans).slice(...range));
      }),
    );
  });
});
