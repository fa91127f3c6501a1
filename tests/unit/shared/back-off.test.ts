import { describe, expect, it } from 'vitest';
import { nextPause } from '../../../src/shared/back-off.js';

describe('nextPause', () => {
  it('grows from nothing to a minute while no engine lives', () => {
    const pauses: number[] = [];
    for (let before: number | null = null; pauses.length < 9; before = pauses.at(-1) ?? null)
      pauses.push(nextPause(before, 0));
    expect(pauses).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('begins anew after an engine that lived for a minute', () => {
    expect(nextPause(32_000, 59_999)).toBe(60_000);
    expect(nextPause(32_000, 60_000)).toBe(0);
  });
});
