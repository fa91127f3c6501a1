import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOUDEST, unsaidOf, unsaidSum } from '../../../../src/answering/refusal/unsaid.js';
import { UNSAID_WEIGHTS } from '../../../../src/answering/refusal/unsaid-model.js';

const FORMS = UNSAID_WEIGHTS.flatMap(([weight, forms]) => forms.split('|').map((form) => ({ form, weight })));

/** A question with one group of terms a word, and what each term is worth. */
function asked(text: string, groups: readonly (readonly (readonly [string, number])[])[]) {
  return {
    plan: {
      text,
      encoderText: text,
      groups: groups.map((group) => group.map(([term, weight]) => ({ term, weight }))),
      literal: [],
      literalRestated: [],
      laws: [],
    },
    values: { groups: groups.map((group) => group.map(([term, value]) => ({ term, value }))), total: 1 },
  };
}

describe('unsaidOf', () => {
  const question = asked('Was the firm fined?', [[['firm', 4]], [['fined', 5], ['罚款', 3], ['罚', 2]]]); // prettier-ignore

  it('leaves nothing of a word that the passage has', () => {
    const left = ['was', 'the', 'was the', 'the _', 'fined', '_ fined'];
    expect([...unsaidOf(question, (term) => term === 'firm')]).toEqual([...left, '罚', '款', '罚 款']);
  });

  it('leaves the nearest translation of a word that is left', () => {
    expect([
      ...unsaidOf(
        asked('fined?', [(question.values.groups[1] ?? []).map(({ term, value }) => [term, value])]),
        () => false,
      ),
    ]).toEqual(['fined', '罚', '款', '罚 款']);
  });

  it('takes a word as it was written before it was restated for no translation', () => {
    const misspelt = asked('fined?', [[['fined', 1], ['罚款', 0.8], ['fned', 1]]]); // prettier-ignore
    expect([...unsaidOf(misspelt, () => false)]).toEqual(['fined', '罚', '款', '罚 款']);
    const regional = asked('网络', [[['网络', 1], ['网路', 1]]]); // prettier-ignore
    expect([...unsaidOf(regional, () => false)]).toEqual(['网', '络', '网 络']);
  });

  it('takes a translation for the word where it is worth half as much', () => {
    const left = unsaidOf(question, (term) => term === '罚款');
    expect(left.has('fined')).toBe(false);
    expect(left.has('款')).toBe(false);
    expect(left.has('firm')).toBe(true);
    expect(unsaidOf(question, (term) => term === '罚').has('fined')).toBe(true);
  });

  it('folds the question', () => {
    expect([...unsaidOf(asked('ＷＨＯ？', []), () => false)]).toEqual(['who']);
    expect([...unsaidOf(asked('誰', []), () => false)]).toEqual(['谁']);
  });
});

describe('unsaidSum', () => {
  it('is the sum of the weights of the forms, and 0 for none or for forms that nobody knows', () => {
    expect(unsaidSum(new Set())).toBe(0);
    expect(unsaidSum(new Set(['穿 山', '山 甲']))).toBe(0);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...FORMS), { maxLength: 3 }), (some) => {
        const sum = some.reduce((total, { weight }) => total + weight, 0);
        expect(unsaidSum(new Set(some.map(({ form }) => form)))).toBeCloseTo(
          Math.min(LOUDEST, Math.max(-LOUDEST, sum)),
          9,
        );
      }),
    );
  });

  it('is never louder than its bounds', () => {
    const those = (holds: (weight: number) => boolean) =>
      new Set(FORMS.filter(({ weight }) => holds(weight)).map(({ form }) => form));
    expect(unsaidSum(those((weight) => weight < 0))).toBe(-LOUDEST);
    expect(unsaidSum(those((weight) => weight > 0))).toBe(LOUDEST);
  });
});

describe('UNSAID_WEIGHTS', () => {
  it('has every form once, with a weight that is not 0', () => {
    expect(new Set(FORMS.map(({ form }) => form)).size).toBe(FORMS.length);
    expect(FORMS.filter(({ weight }) => weight === 0)).toEqual([]);
  });

  it('knows what asks for a sum of money that nobody names', () => {
    const weightOf = (one: string): number => FORMS.find(({ form }) => form === one)?.weight ?? 0;
    expect(weightOf('how much')).toBeLessThan(0);
    expect(weightOf('#')).toBeLessThan(0);
  });
});
