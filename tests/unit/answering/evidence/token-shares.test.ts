import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenShares } from '../../../../src/answering/evidence/token-shares.js';
import { nearestOf } from '../../../support/token-vectors.js';

/** Tokens 1 to 4 lie along one number each; 5 between the first two. */
const nearest = nearestOf(
  new Map([
    [1, [1, 0, 0, 0]],
    [2, [0, 1, 0, 0]],
    [3, [0, 0, 1, 0]],
    [4, [0, 0, 0, 1]],
    [5, [1, 1, 0, 0]],
  ]),
);

/** A question of the tokens from 1 on, with these weights. */
const question = (...weights: readonly number[]) => ({
  ids: Int32Array.from(weights, (_, at) => at + 1),
  weights: Float32Array.from(weights),
});
const sharesOf = (asked: ReturnType<typeof question>, ...texts: readonly (readonly number[])[]) =>
  tokenShares(
    asked,
    texts.map((text) => Int32Array.from(text)),
    nearest,
  );

describe('tokenShares', () => {
  it('weighs what a text says of a question by the weights of its tokens', async () => {
    // 3 of 4 and 1 of 4; both are needed for 85 in 100.
    const shares = await sharesOf(question(3, 1), [1], [2], [1, 2], [3, 4]);
    for (const [place, expected] of [0.75, 0.25, 1, 0].entries()) expect(shares[place]).toBeCloseTo(expected, 5);
  });

  it('takes of each token of the question the nearest one of the text', async () => {
    // The cosine of token 5 with each of the first two is the root of a half.
    const [between, exact] = await sharesOf(question(1, 1), [5, 3], [5, 1]);
    expect(between).toBeCloseTo(Math.SQRT1_2, 5);
    expect(exact).toBeCloseTo((1 + Math.SQRT1_2) / 2, 5);
  });

  it('looks for the heaviest tokens only, as far as they have 85 in 100 of the weight', async () => {
    // 9 of 10 are enough: the second token is not looked for.
    expect(await sharesOf(question(9, 1), [1], [2])).toEqual([expect.closeTo(1, 5), expect.closeTo(0, 5)]);
  });

  it('is 0 for a text without tokens, and where the question has none', async () => {
    expect(await sharesOf(question(1), [])).toEqual([0]);
    expect(await sharesOf(question(), [1])).toEqual([0]);
    expect(await sharesOf(question(0, 0), [1])).toEqual([0]);
  });

  it('is from 0 to 1, and never less for a text that says more', async () => {
    const text = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 });
    const weights = fc.array(fc.float({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(weights, text, text, async (asked, some, more) => {
        const [less = NaN, all = NaN] = await sharesOf(question(...asked), some, [...some, ...more]);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(all).toBeGreaterThanOrEqual(less);
        expect(all).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
