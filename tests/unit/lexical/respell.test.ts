import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respell } from '../../../src/lexical/respell.js';

const WORDS = new Set([
  'economy',
  'society',
  'nerve',
  'conference',
  'review',
  'fine',
  'panda',
  'authorize',
  'which',
  'measure',
  'took',
]);
const isKnown = (word: string): boolean => WORDS.has(word);

describe('respell', () => {
  it.each([
    ['neighbours swapped', 'nreve', 'nerve'],
    ['neighbours swapped', 'fien', 'fine'],
    ['a letter left out', 'econmy', 'economy'],
    ['a letter left out', 'wich', 'which'],
    ['a letter left out of a plural', 'mesures', 'measures'],
    ['a letter doubled', 'pannda', 'panda'],
    ['a letter too many in a long word', 'conferience', 'conference'],
    ['a vowel for another', 'conferance', 'conference'],
    ['another spelling', 'authorise', 'authorize'],
  ])('mends %s: %s', (_, word, meant) => {
    expect(respell(word, isKnown)).toBe(meant);
  });

  it.each([
    ['a known word', 'economy'],
    ['a plural of one', 'measures'],
    ['a short word', 'fne'],
    ['a name near to no word', 'wangding'],
    ['a word with another consonant, which is another word', 'renerve'],
    ['a word with another first letter', 'pociety'],
    ['two slips', 'ecnmy'],
    ['a letter too many in a short word', 'tookl'],
    ['what is no word of small letters', 'econ0my'],
  ])('leaves %s alone: %s', (_, word) => {
    expect(respell(word, isKnown)).toBeNull();
  });

  it('takes swapped letters for likelier than a letter left out', () => {
    expect(respell('form', (word) => ['forms', 'from'].includes(word))).toBe('from');
  });

  it('gives only words that are known, with the same first letter', () => {
    const letter = fc.constantFrom('a', 'e', 'i', 'n', 'r', 's', 't');
    const word = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 30 }), (written, known) => {
        const meant = respell(written, (one) => known.includes(one));
        if (meant === null) return;
        expect(meant).not.toBe(written);
        expect(meant.charAt(0)).toBe(written.charAt(0));
        expect(Math.abs(meant.length - written.length)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
