import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainedShare, termsIn, wordValues } from '../../../src/retrieval/word-values.js';

const everything = (): boolean => true;
const idf = new Map([
  ['网络', 2],
  ['安全', 1],
  ['internet', 5],
  ['app', 4],
  ['应用', 3],
]);

describe('wordValues', () => {
  it('is weight times inverse document frequency, and a word is worth its best term', () => {
    const groups = [
      [{ term: '网络', weight: 1 }],
      [
        { term: '安全', weight: 0.5 },
        { term: '网络', weight: 0.1 },
      ],
    ];
    const values = wordValues(groups, idf, everything);
    expect(values.total).toBe(2.5);
    expect(values.groups).toEqual([
      [{ term: '网络', value: 2 }],
      [
        { term: '安全', value: 0.5 },
        { term: '网络', value: 0.2 },
      ],
    ]);
  });

  it('is nothing for a question without words, and for a term that the index does not know', () => {
    expect(wordValues([], idf, everything).total).toBe(0);
    expect(wordValues([[{ term: 'unheard', weight: 1 }]], idf, everything).total).toBe(0);
  });

  it('values a word that stands nowhere itself by its translations, and by itself where a passage holds it', () => {
    const group = [
      { term: 'app', weight: 1 },
      { term: '应用', weight: 0.5 },
    ];
    expect(wordValues([group], idf, (term) => term !== 'app').total).toBe(1.5);
    expect(wordValues([group], idf, everything).total).toBe(4);
  });

  it('leaves out translations that stand nowhere where another one does', () => {
    const group = [
      { term: 'safety', weight: 1 },
      { term: '安全', weight: 0.5 },
      { term: 'internet', weight: 0.5 },
    ];
    expect(wordValues([group], idf, (term) => term === '安全').total).toBe(0.5);
  });

  it('keeps what a word is worth that nobody can translate: no passage explains it', () => {
    expect(wordValues([[{ term: 'internet', weight: 1 }]], idf, () => false).total).toBe(5);
  });
});

describe('explainedShare', () => {
  const values = wordValues(
    [
      [
        { term: '网络', weight: 1 },
        { term: '安全', weight: 1 },
      ],
      [{ term: 'internet', weight: 1 }],
    ],
    idf,
    everything,
  );

  it.each([
    [[], 0],
    [['网络'], 2 / 7],
    [['安全'], 1 / 7],
    [['网络', '安全'], 2 / 7],
    [['internet'], 5 / 7],
    [['安全', 'internet'], 6 / 7],
    [['网络', 'internet', 'else'], 1],
  ])('of %j is each word by the best term that is held', (held, share) => {
    expect(explainedShare(values, (term) => (held as readonly string[]).includes(term))).toBeCloseTo(share, 12);
  });

  it('is 0 where the words are worth nothing', () => {
    expect(explainedShare(wordValues([], idf, everything), everything)).toBe(0);
  });

  it('lies between 0 and 1 and grows with what is held', () => {
    const terms = [...idf.keys()];
    fc.assert(
      fc.property(fc.subarray(terms), fc.constantFrom(...terms), (held, more) => {
        const share = explainedShare(values, (term) => held.includes(term));
        const larger = explainedShare(values, (term) => term === more || held.includes(term));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(larger).toBeGreaterThanOrEqual(share);
        expect(larger).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('termsIn', () => {
  it('gives whole words and numbers, not pieces of them', () => {
    const terms = termsIn('架设GOIP的1,700人, policies');
    expect(['架设', 'goip', '1700', 'policy'].filter((term) => !terms.has(term))).toEqual([]);
    expect(['ip', '700', '设g'].filter((term) => terms.has(term))).toEqual([]);
  });
});
