import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/evaluation/hits.js';
import { discountedGain, hitAt, meanOf, reciprocalRank, valueOf } from '../../../src/evaluation/metrics.js';
import { seededRandom } from '../../../src/evaluation/seeded-random.js';

const hit = (rank: number, ...answers: readonly number[]): Hit => ({ rank, answers });

describe('hitAt', () => {
  it.each([
    { rank: 1, cutOff: 1, expected: 1 },
    { rank: 2, cutOff: 1, expected: 0 },
    { rank: 3, cutOff: 3, expected: 1 },
    { rank: 4, cutOff: 3, expected: 0 },
    { rank: 10, cutOff: 10, expected: 1 },
  ])('is $expected for a hit at rank $rank and the first $cutOff', ({ rank, cutOff, expected }) => {
    expect(hitAt([hit(rank, 0)], cutOff)).toBe(expected);
  });

  it('is 0 without a hit', () => {
    expect(hitAt([], 10)).toBe(0);
  });

  it('counts one question once however many hits it has', () => {
    expect(hitAt([hit(1, 0), hit(2, 1)], 3)).toBe(1);
  });
});

describe('reciprocalRank', () => {
  it('is one over the rank of the first hit', () => {
    // First hit at 4, another at 6: 1/4.
    expect(reciprocalRank([hit(4, 0), hit(6, 1)])).toBe(1 / 4);
  });

  it('is 0 without a hit and for a first hit after rank 10', () => {
    expect(reciprocalRank([])).toBe(0);
    expect(reciprocalRank([hit(11, 0)])).toBe(0);
  });
});

describe('discountedGain', () => {
  it('is 1 for the only answer at rank 1', () => {
    // (1 / log2 2) / (1 / log2 2)
    expect(discountedGain([hit(1, 0)], 1)).toBe(1);
  });

  it('halves the gain at rank 3', () => {
    // (1 / log2 4) / (1 / log2 2) = 1/2
    expect(discountedGain([hit(3, 0)], 1)).toBe(1 / 2);
  });

  it('counts an answer that is missing as a passage that should have come', () => {
    // Two answers, one found at rank 1: DCG = 1, IDCG = 1 + 1 / log2 3. As log2 3 = 1.5849625..., IDCG = 1.6309297...
    expect(discountedGain([hit(1, 0)], 2)).toBeCloseTo(1 / 1.6309297535714573, 12);
  });

  it('is 1 when both answers lead in either order', () => {
    expect(discountedGain([hit(1, 1), hit(2, 0)], 2)).toBe(1);
  });

  it('asks for one passage where one holds both answers', () => {
    expect(discountedGain([hit(1, 0, 1)], 2)).toBe(1);
  });

  it('gives nothing for an answer that was already given', () => {
    // Ranks 1 and 3 hold answer 0 (the second adds nothing), rank 7 holds answer 1:
    // DCG = 1 / log2 2 + 1 / log2 8 = 1 + 1/3 = 4/3; two relevant passages: IDCG = 1.6309297...
    expect(discountedGain([hit(1, 0), hit(3, 0), hit(7, 1)], 2)).toBeCloseTo(4 / 3 / 1.6309297535714573, 12);
  });

  it('does not look past rank 10', () => {
    expect(discountedGain([hit(11, 0)], 1)).toBe(0);
  });

  it('cannot ask for more than ten passages', () => {
    const firstTen = Array.from({ length: 10 }, (_, index) => hit(index + 1, index));
    expect(discountedGain(firstTen, 14)).toBe(1);
  });

  it('is 0 where nothing is expected', () => {
    expect(discountedGain([], 0)).toBe(0);
  });

  it('lies between 0 and 1, never smaller than with one hit fewer at the end', () => {
    const hits = fc
      .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 })
      .map((ranks) => ranks.sort((a, b) => a - b).map((rank, index) => hit(rank, index)));
    fc.assert(
      fc.property(hits, fc.integer({ min: 0, max: 6 }), (found, missing) => {
        const expected = found.length + missing;
        const value = discountedGain(found, expected);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(discountedGain(found.slice(0, -1), expected));
      }),
    );
  });
});

describe('meanOf', () => {
  it('keeps sum and number, so that a share can be read as so many of so many', () => {
    // 1 + 0 + 1 + 1 = 3 of 4
    const mean = meanOf([1, 0, 1, 1], seededRandom(1));
    expect(mean).toMatchObject({ sum: 3, of: 4 });
    expect(valueOf(mean)).toBe(3 / 4);
  });

  it('knows neither value nor interval without a question', () => {
    const mean = meanOf([], seededRandom(1));
    expect(mean).toEqual({ sum: 0, of: 0, interval: null });
    expect(valueOf(mean)).toBeNull();
  });

  it('has an interval of no width where all values are alike', () => {
    expect(meanOf([1, 1, 1], seededRandom(1)).interval).toEqual([1, 1]);
  });

  it('gives the same interval for the same seed', () => {
    const values = [0, 1, 1, 0, 1];
    expect(meanOf(values, seededRandom(7))).toEqual(meanOf(values, seededRandom(7)));
  });

  it('takes the bounds from the sorted means of the samples', () => {
    // Numbers 0, 1/1000, 2/1000 ... make sample i of the one drawn place: the first half of the samples draws the first
    // value (0), the second half the other (1). Of 1000 sorted means the 25th is 0 and the 975th is 1.
    let drawn = 0;
    const rising = (): number => Math.floor(drawn++ / 2) / 1000;
    expect(meanOf([0, 1], rising).interval).toEqual([0, 1]);
  });

  it('comes near the bounds of the normal approximation for a large sample', () => {
    // 200 values, 140 of them 1: p = 0.7, standard error = sqrt(0.7 * 0.3 / 200) = 0.0324; 0.7 -+ 1.96 * 0.0324 = 0.6365 to 0.7635.
    const values = Array.from({ length: 200 }, (_, index) => (index < 140 ? 1 : 0));
    const [low, high] = meanOf(values, seededRandom(3)).interval ?? [0, 0];
    expect(Math.abs(low - 0.6365)).toBeLessThan(0.015);
    expect(Math.abs(high - 0.7635)).toBeLessThan(0.015);
  });
});

describe('seededRandom', () => {
  it('stays from 0 to below 1 and differs between seeds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const [one, other] = [seededRandom(seed), seededRandom(seed + 1)];
        const numbers = Array.from({ length: 20 }, one);
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
        expect(numbers).not.toEqual(Array.from({ length: 20 }, other));
      }),
    );
  });

  it('follows xorshift 13, 17, 5 from the state that the seed gives', () => {
    // Seed -1 gives the state 0, which is replaced by 0x9e3779b9. The three shifts, with big integers:
    let state = 0x9e3779b9n;
    state ^= (state << 13n) & 0xffffffffn;
    state ^= state >> 17n;
    state ^= (state << 5n) & 0xffffffffn;
    expect(seededRandom(-1)()).toBe((Number(state) - 1) / 0xffffffff);
  });
});
