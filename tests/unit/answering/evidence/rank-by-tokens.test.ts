import { describe, expect, it } from 'vitest';
import type { ExaminedGroup } from '../../../../src/answering/evidence/examine-evidence.js';
import { rankByTokens } from '../../../../src/answering/evidence/rank-by-tokens.js';
import { TokenTable } from '../../../../src/answering/evidence/token-table.js';
import { evidenceOf } from '../../../support/passage-fixture.js';

const table = new TokenTable(4);
const QUESTION = { ids: Int32Array.of(1), vectors: Float32Array.of(1, 0, 0, 0) };
table.learn(QUESTION);

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
  it('puts what says the question first, unless its score is far behind', () => {
    const groups = [groupOf('near', 0.5, false), groupOf('says', 0.4, true)];
    const ranked = rankByTokens(groups, QUESTION, table);
    expect(order(ranked)).toEqual(['says', 'near']);
    expect(ranked[0]?.score).toBeCloseTo((0.4 + 1) / 2, 5);
    expect(ranked[1]?.score).toBe(0.25);
  });

  it('compares the first ten, and leaves those after them behind', () => {
    const groups = Array.from({ length: 12 }, (_, at) => groupOf(`${at}`, 0.5 - at / 100, at >= 9));
    expect(order(rankByTokens(groups, QUESTION, table))).toEqual([
      '9',
      ...Array.from({ length: 9 }, (_, at) => `${at}`),
      '10',
      '11',
    ]);
  });
});
