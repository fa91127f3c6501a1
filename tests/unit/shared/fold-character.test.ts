import { describe, expect, it } from 'vitest';
import { foldCharacter } from '../../../src/shared/fold-character.js';
import { simplifyCharacter } from '../../../src/shared/simplified.js';

/** Every code point of the block of unified ideographs. */
const ideographs = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index));

describe('an ideograph of the main block', () => {
  it('has no other form than a simplified one, so that nothing else need be looked at', () => {
    const others = ideographs.filter((one) => one.normalize('NFKD').toLowerCase() !== one || /[^\p{L}]/u.test(one));
    expect(others).toEqual([]);
  });

  it('folds to a simplified form that has none itself', () => {
    const unfinished = ideographs.map(foldCharacter).filter((folded) => simplifyCharacter(folded) !== folded);
    expect(unfinished).toEqual([]);
  });

  it.each([
    ['網', '网'],
    ['网', '网'],
    ['著', '着'],
    ['一', '一'],
  ])('%s folds to %s', (character, folded) => {
    expect(foldCharacter(character)).toBe(folded);
  });
});
