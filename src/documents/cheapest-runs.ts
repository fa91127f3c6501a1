import { spaceBetween } from './assemble-passages.js';
import { spanLength, type Span } from './span.js';
import type { TextUnit } from './text-units.js';

/** Lengths in UTF-16 units. A passage is as near to `ideal` as whole sentences allow, and never longer than `longest`. */
export const PASSAGE_LENGTH = { ideal: 170, longest: 400 } as const;

/** The place behind a unit. Costs are in the unit of a passage's own cost: 1 is being 100 characters off the ideal length. */
export interface Joint {
  /** What it costs to end a passage there. */
  readonly cut: number;
  /** What it costs to let a passage go on. */
  readonly keep: number;
}

/**
 * Ranges of units that become a passage each: of all ways to cut the units into passages of at most
 * `PASSAGE_LENGTH.longest`, the one that costs least in total, by dynamic programming. A unit that is longer is alone.
 * @param joints a joint for each unit; a cut behind the last one is free
 */
export function cheapestRuns(source: string, units: readonly TextUnit[], joints: readonly Joint[]): readonly Span[] {
  const spaceBefore = units.map((unit, index) => spaceBetween(source, units[index - 1], unit));
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= units.length; end += 1) {
    const cut = end === units.length ? 0 : (joints[end - 1]?.cut ?? 0);
    let chosen = { cost: Infinity, from: end - 1 };
    let length = 0;
    let together = 0;
    for (let from = end - 1; from >= 0; from -= 1) {
      const unit = units[from];
      if (unit === undefined) break;
      length += spanLength(unit.span) + (from === end - 1 ? 0 : (spaceBefore[from + 1] ?? 0));
      if (length > PASSAGE_LENGTH.longest && from < end - 1) break;
      if (from < end - 1) together += joints[from]?.keep ?? 0;
      const own = ((length - PASSAGE_LENGTH.ideal) / 100) ** 2 + together;
      const cost = (best[from]?.cost ?? Infinity) + own + cut;
      if (cost < chosen.cost) chosen = { cost, from };
    }
    best.push(chosen);
  }
  const runs: Span[] = [];
  for (let end = units.length; end > 0;) {
    const from = best[end]?.from ?? end - 1;
    runs.push([from, end]);
    end = from;
  }
  return runs.reverse();
}
