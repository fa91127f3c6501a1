import { describe, expect, it } from 'vitest';
import type { ExaminedGroup } from '../../../../src/answering/evidence/examine-evidence.js';
import { rankByTokens } from '../../../../src/answering/evidence/rank-by-tokens.js';
import { evidenceOf } from '../../../support/passage-fixture.js';
import { nearestOf } from '../../../support/token-vectors.js';

const QUESTION = { ids: Int32Array.of(1), weights: Float32Array.of(1) };
const nearest = nearestOf(
  new Map([
    [1, [1, 0]],
    [2, [0, 1]],
  ]),
);

const FEATURES = {
  similarity: 0,
  exactShare: 1,
  suppliesAsked: 1,
  saysSought: 1,
  saysBesideTitles: 1,
  namesLaw: 1,
};

/** A group of one passage, with a score, that says what is asked (token 1) or does not. */
function groupOf(id: string, score: number, says: boolean): ExaminedGroup {
  const evidence = evidenceOf(id, { id });
  const tokens = says ? Int32Array.of(1) : Int32Array.of(2);
  const shown = { ...evidence, study: { ...evidence.study, tokens } };
  return { shown, alsoIn: [], highlight: null, features: FEATURES, coverage: 0, score };
}
const order = (groups: readonly ExaminedGroup[]) => groups.map(({ shown }) => shown.passage.id);

describe('rankByTokens', () => {
  it('puts what says the question first, unless its score is far behind', async () => {
    const groups = [groupOf('near', 0.5, false), groupOf('says', 0.4, true)];
    const ranked = await rankByTokens(groups, QUESTION, nearest);
    expect(order(ranked)).toEqual(['says', 'near']);
    expect(ranked[0]?.score).toBeCloseTo((0.4 + 1) / 2, 5);
    expect(ranked[1]?.score).toBe(0.25);
  });

  it('compares the first ten, and leaves those after them behind', async () => {
    const groups = Array.from({ length: 12 }, (_, at) => groupOf(`${at}`, 0.5 - at / 100, at >= 9));
    expect(order(await rankByTokens(groups, QUESTION, nearest))).toEqual([
      '9',
      ...Array.from({ length: 9 }, (_, at) => `${at}`),
      '10',
      '11',
    ]);
  });
});
