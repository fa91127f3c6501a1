import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestRuns } from '../../../src/documents/cheapest-runs.js';
import type { Block } from '../../../src/documents/document.js';
import { spanLength, type Span } from '../../../src/documents/span.js';
import type { TextUnit } from '../../../src/documents/text-units.js';

/** Units of one paragraph, each of so many letters, a space between each two. */
function paragraphOf(lengths: readonly number[]): { readonly source: string; readonly units: readonly TextUnit[] } {
  const source = lengths.map((length) => 'a'.repeat(length)).join(' ');
  const block: Block = {
    kind: 'paragraph',
    role: 'body',
    level: null,
    spans: [[0, source.length]],
    truncated: { start: false, end: false },
    leavesSection: false,
    afterGap: false,
    page: null,
  };
  const starts = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length + 1, 0));
  const units = starts.map((start, index): TextUnit => {
    const span: Span = [start, start + (lengths[index] ?? 0)];
    return { block, span, endsSentence: true, endsBlock: false, leads: false };
  });
  return { source, units };
}

/** Every way to cut so many units into runs. */
function waysToCut(units: number): readonly (readonly Span[])[] {
  if (units === 0) return [[]];
  return Array.from({ length: units }, (_, from) =>
    waysToCut(from).map((before): readonly Span[] => [...before, [from, units]]),
  ).flat();
}

describe('cheapestRuns', () => {
  it.each([
    ['nothing', [], []],
    ['two that are ideal apart', [170, 170], [1, 1]],
    ['two that are nearer to the ideal together', [80, 80], [2]],
    ['one that is longer than a passage may be', [500, 20, 20], [1, 2]],
  ])('cuts %s', (_, lengths, runs) => {
    const { source, units } = paragraphOf(lengths);
    const joints = units.map(() => ({ cut: 0, keep: 0 }));
    expect(cheapestRuns(source, units, joints).map(spanLength)).toEqual(runs);
  });

  it('counts the space between two units, whatever a cut there costs', () => {
    const lengthsOfRuns = (lengths: readonly number[]): readonly number[] => {
      const { source, units } = paragraphOf(lengths);
      const joints = units.map(() => ({ cut: 1000, keep: 0 }));
      return cheapestRuns(source, units, joints).map(spanLength);
    };
    expect(lengthsOfRuns([200, 199])).toEqual([2]);
    expect(lengthsOfRuns([200, 200])).toEqual([1, 1]);
  });

  it('costs no more than any other way to cut', () => {
    const joint = fc.record({ cut: fc.integer({ min: 0, max: 8 }), keep: fc.integer({ min: 0, max: 2 }) });
    const unit = fc.record({ length: fc.integer({ min: 1, max: 450 }), joint });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 7 }), (row) => {
        const { source, units } = paragraphOf(row.map(({ length }) => length));
        const joints = row.map((one) => one.joint);
        const costOf = (runs: readonly Span[]): number =>
          runs.reduce((sum, [from, end]) => {
            const length = (units[end - 1]?.span[1] ?? 0) - (units[from]?.span[0] ?? 0);
            if (length > 400 && end - from > 1) return Infinity;
            const kept = joints.slice(from, end - 1).reduce((all, { keep }) => all + keep, 0);
            const cut = end === units.length ? 0 : (joints[end - 1]?.cut ?? 0);
            return sum + ((length - 170) / 100) ** 2 + kept + cut;
          }, 0);
        const least = Math.min(...waysToCut(units.length).map(costOf));
        expect(costOf(cheapestRuns(source, units, joints))).toBeCloseTo(least, 9);
      }),
    );
  });
});
