import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchFeatures } from '../../../../src/answering/refusal/match-features.js';
import { ANSWER_MODEL, CONFIDENCE, TOPIC_MODEL } from '../../../../src/answering/refusal/match-model.js';
import { LOUDEST } from '../../../../src/answering/refusal/unsaid.js';
import { confidence, STRONG_COVERAGE, strengthOf } from '../../../../src/answering/refusal/strength.js';

const MODELS = [TOPIC_MODEL, ANSWER_MODEL];

/** A match of which every feature has the same value. */
const allOf = (value: number): MatchFeatures => ({
  similarity: value,
  exactShare: value,
  suppliesAsked: value,
  namesLaw: value,
  knownShare: value,
  saysSought: value,
  saysBesideTitles: value,
  unsaid: value,
});
const NAMES = Object.keys(allOf(0)) as readonly (keyof MatchFeatures)[];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const features = fc.record({
  similarity: fc.double({ min: -1, max: 1, noNaN: true }),
  exactShare: share,
  suppliesAsked: fc.constantFrom(0, 0.5, 1),
  namesLaw: fc.constantFrom(0, 1),
  knownShare: share,
  saysSought: fc.constantFrom(0, 0.5, 1),
  saysBesideTitles: share,
  unsaid: fc.double({ min: -LOUDEST, max: LOUDEST, noNaN: true }),
});

describe('confidence', () => {
  it('is a probability that never falls where any feature of a match rises', () => {
    const feature = fc.constantFrom(...NAMES);
    fc.assert(
      fc.property(features, feature, share, (match, raised, by) => {
        const before = confidence(match);
        expect(before).toBeGreaterThan(0);
        expect(before).toBeLessThan(1);
        expect(confidence({ ...match, [raised]: match[raised] + by })).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('takes a match with everything for strong, and one with nothing for none', () => {
    const [everything, nothing] = [
      { ...allOf(1), unsaid: LOUDEST },
      { ...allOf(0), unsaid: -LOUDEST },
    ];
    expect(strengthOf(confidence(everything), 1)).toBe('strong');
    expect(strengthOf(confidence(nothing), 1)).toBe('none');
  });
});

describe('the models', () => {
  it('have no weight below nought, and a strong match is no weaker than a weak one', () => {
    for (const { weights } of MODELS) expect(Object.values(weights).filter((weight) => weight < 0)).toEqual([]);
    expect(CONFIDENCE.strong).toBeGreaterThanOrEqual(CONFIDENCE.weak);
  });

  it('are logistic regressions: the odds of each are e to its bias and weighted features, and the chances are multiplied', () => {
    const chances = MODELS.map(({ bias, weights }) => {
      const odds = Math.exp(bias + Object.values(weights).reduce((total, weight) => total + weight, 0) / 2);
      return odds / (1 + odds);
    });
    expect(confidence(allOf(0.5))).toBeCloseTo(
      chances.reduce((product, chance) => product * chance, 1),
      9,
    );
  });

  it('look at every feature between them', () => {
    const seen = MODELS.flatMap(({ weights }) => Object.keys(weights));
    expect(new Set(seen)).toEqual(new Set(NAMES));
  });
});

describe('strengthOf', () => {
  it('begins each strength at its border', () => {
    const { weak, strong } = CONFIDENCE;
    expect(strengthOf(strong, 1)).toBe('strong');
    expect(strengthOf(strong - 1e-9, 1)).toBe('weak');
    expect(strengthOf(weak, 1)).toBe('weak');
    expect(strengthOf(weak - 1e-9, 1)).toBe('none');
  });

  it('calls nothing strong whose best sentence leaves most of the question unexplained', () => {
    expect(strengthOf(1, STRONG_COVERAGE)).toBe('strong');
    expect(strengthOf(1, STRONG_COVERAGE - 1e-9)).toBe('weak');
    expect(strengthOf(0, 1)).toBe('none');
  });
});
