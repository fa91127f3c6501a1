import { describe, expect, it } from 'vitest';
import { Vitals } from '../../../src/discord/vitals.js';

describe('Vitals', () => {
  it('counts the time since it was made', () => {
    let now = 500;
    const vitals = new Vitals({ now: () => new Date(0), monotonic: () => now });
    now = 3500;
    expect(vitals.uptime).toBe(3000);
  });

  const after = (times: readonly number[]) => {
    const vitals = new Vitals({ now: () => new Date(0), monotonic: () => 0 });
    times.forEach((time) => vitals.answered(time));
    return vitals.answerTimes;
  };

  it('says nothing of answers before there was one', () => {
    expect(after([])).toBeNull();
  });

  it.each([
    [[7], { answers: 1, median: 7, slow: 7 }],
    // Sorted: 10 20 30 40. Rank ceil(0.5 * 4) = 2, rank ceil(0.95 * 4) = 4.
    [[40, 10, 30, 20], { answers: 4, median: 20, slow: 40 }],
    // 1 to 100: ranks 50 and 95.
    [Array.from({ length: 100 }, (_, index) => index + 1), { answers: 100, median: 50, slow: 95 }],
  ])('gives the nearest rank of what was measured (%#)', (times, expected) => {
    expect(after(times)).toEqual(expected);
  });

  it('forgets all but the last 200', () => {
    const old = Array.from({ length: 300 }, () => 9000);
    const recent = Array.from({ length: 200 }, () => 5);
    expect(after([...old, ...recent])).toEqual({ answers: 200, median: 5, slow: 5 });
  });
});
