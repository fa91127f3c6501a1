import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchFeatures } from '../../../../src/answering/refusal/match-features.js';
import { CONFIDENCE, MATCH_MODEL } from '../../../../src/answering/refusal/match-model.js';
import { confidence, STRONG_COVERAGE, strengthOf } from '../../../../src/answering/refusal/strength.js';

const NAMES = Object.keys(MATCH_MODEL.weights) as readonly (keyof MatchFeatures)[];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const features = fc.record({
  similarity: fc.double({ min: -1, max: 1, noNaN: true }),
  exactShare: share,
  suppliesAsked: fc.constantFrom(0, 0.5, 1),
  namesLaw: fc.constantFrom(0, 1),
  knownShare: share,
  saysSought: fc.constantFrom(0, 0.5, 1),
  saysBesideTitles: share,
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
    const everything = {
      similarity: 1,
      exactShare: 1,
      suppliesAsked: 1,
      namesLaw: 1,
      knownShare: 1,
      saysSought: 1,
      saysBesideTitles: 1,
    };
    const nothing = {
      similarity: 0,
      exactShare: 0,
      suppliesAsked: 0,
      namesLaw: 0,
      knownShare: 0,
      saysSought: 0,
      saysBesideTitles: 0,
    };
    expect(strengthOf(confidence(everything), 1)).toBe('strong');
    expect(strengthOf(confidence(nothing), 1)).toBe('none');
  });
});

describe('the model', () => {
  it('has no weight below nought, and a strong match is no weaker than a weak one', () => {
    expect(NAMES.filter((name) => MATCH_MODEL.weights[name] < 0)).toEqual([]);
    expect(CONFIDENCE.strong).toBeGreaterThanOrEqual(CONFIDENCE.weak);
  });

  it('is a logistic regression: the odds are e to the bias and the weighted features', () => {
    const half = {
      similarity: 0.5,
      exactShare: 0.5,
      suppliesAsked: 0.5,
      namesLaw: 0.5,
      knownShare: 0.5,
      saysSought: 0.5,
      saysBesideTitles: 0.5,
    };
    const weights = NAMES.reduce((total, name) => total + MATCH_MODEL.weights[name], 0);
    const chance = confidence(half);
    expect(chance / (1 - chance)).toBeCloseTo(Math.exp(MATCH_MODEL.bias + weights / 2), 9);
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
