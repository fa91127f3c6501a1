import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, CONFIDENCE, strengthOf, type MatchFeatures } from '../../../src/answering/strength.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const features = fc.record({
  similarity: fc.double({ min: -1, max: 1, noNaN: true }),
  exactShare: share,
  suppliesAsked: fc.constantFrom(0, 1),
  namesLaw: fc.constantFrom(0, 1),
  knownShare: share,
});

describe('confidence', () => {
  it('is a probability that never falls where any feature of a match rises', () => {
    const feature = fc.constantFrom<keyof MatchFeatures>(
      'similarity',
      'exactShare',
      'suppliesAsked',
      'namesLaw',
      'knownShare',
    );
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
    const everything = { similarity: 1, exactShare: 1, suppliesAsked: 1, namesLaw: 1, knownShare: 1 };
    const nothing = { similarity: 0, exactShare: 0, suppliesAsked: 0, namesLaw: 0, knownShare: 0 };
    expect(strengthOf(confidence(everything), 'zh-Hans')).toBe('strong');
    expect(strengthOf(confidence(nothing), 'en')).toBe('none');
  });
});

describe('strengthOf', () => {
  it('begins each strength at its border, that of the weak by language', () => {
    const { weak, strong } = CONFIDENCE;
    for (const language of ['zh-Hans', 'zh-Hant', 'en', 'other'] as const) {
      const border = language.startsWith('zh') ? weak.chinese : weak.other;
      expect(strengthOf(strong, language)).toBe('strong');
      expect(strengthOf(strong - 1e-9, language)).toBe('weak');
      expect(strengthOf(border, language)).toBe('weak');
      expect(strengthOf(border - 1e-9, language)).toBe('none');
    }
  });
});
