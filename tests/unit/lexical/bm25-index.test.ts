import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency, lengthNorm, termSaturation } from '../../../src/lexical/bm25.js';
import { Bm25Index, type LexicalPart } from '../../../src/lexical/bm25-index.js';
import { buildPostings } from '../../../src/lexical/postings.js';
import { tokenize } from '../../../src/lexical/tokenize.js';
import { naiveBm25 } from '../../support/naive-bm25.js';

const whole = (texts: readonly string[]): LexicalPart => ({
  postings: buildPostings(texts),
  globalRow: Int32Array.from(texts.keys()),
});
const indexOf = (texts: readonly string[]): Bm25Index => new Bm25Index([whole(texts)], texts.length);
const weighted = (...terms: readonly string[]) => terms.map((term) => ({ term, weight: 1 }));

/** Texts over six words, so that terms repeat within and between them. */
const someText = fc
  .array(fc.constantFrom('law', 'data', 'net', 'five', '网络', '安全'), { maxLength: 8 })
  .map((words) => words.join(' '));

describe('BM25 over three documents and two terms', () => {
  // Tokens: "data law data" 3, "law" 1, "net net" 2. Average length: 6/3 = 2.
  const index = indexOf(['data law data', 'law', 'net net']);
  // law is in 2 of 3: 1 + (3 - 2 + 1/2) / (2 + 1/2) = 1 + (3/2) / (5/2) = 8/5.
  // data is in 1 of 3: 1 + (3 - 1 + 1/2) / (1 + 1/2) = 1 + (5/2) / (3/2) = 8/3.
  const idfOfLaw = Math.log(8 / 5);
  const idfOfData = Math.log(8 / 3);

  it('weighs terms by how few documents hold them', () => {
    expect(index.idf('law')).toBeCloseTo(idfOfLaw, 12);
    expect(index.idf('data')).toBeCloseTo(idfOfData, 12);
    // A term that none holds: 1 + (7/2) / (1/2) = 8.
    expect(index.idf('missing')).toBeCloseTo(Math.log(8), 12);
  });

  it('adds up the terms of each document', async () => {
    // Row 0, length 3: 1 - b + b 3/2 = 1/4 + 9/8 = 11/8; k1 times it: 6/5 * 11/8 = 33/20.
    //   data twice: 2 * 11/5 / (2 + 33/20) = (22/5) / (73/20) = 88/73. law once: (11/5) / (53/20) = 44/53.
    // Row 1, length 1: 1/4 + 3/8 = 5/8; times 6/5: 3/4. law once: (11/5) / (7/4) = 44/35.
    const hits = await index.search(weighted('law', 'data'), 10, null);
    expect(hits.map(({ row, terms }) => [row, terms])).toEqual([
      [0, ['law', 'data']],
      [1, ['law']],
    ]);
    expect(hits[0]?.score).toBeCloseTo((idfOfData * 88) / 73 + (idfOfLaw * 44) / 53, 12);
    expect(hits[1]?.score).toBeCloseTo((idfOfLaw * 44) / 35, 12);
  });

  it('multiplies by the weight of a term, and leaves out weight 0', async () => {
    const [half] = await index.search([{ term: 'data', weight: 0.5 }], 10, null);
    expect(half?.score).toBeCloseTo((idfOfData * 44) / 73, 12);
    expect(await index.search([{ term: 'data', weight: 0 }], 10, null)).toEqual([]);
  });

  it('finds only rows that the mask lets through, with the same scores', async () => {
    const [first, second] = await index.search(weighted('law'), 10, null);
    expect(await index.search(weighted('law'), 10, Uint8Array.of(0, 1, 1))).toEqual([
      [first, second].find((hit) => hit?.row === 1),
    ]);
  });
});

describe('the parts of the formula', () => {
  it('count only that a term is there where k1 is 0', () => {
    expect(termSaturation(1, lengthNorm(5, 2, { k1: 0, b: 0.75 }), 0)).toBe(1);
    expect(termSaturation(9, lengthNorm(1, 2, { k1: 0, b: 0.75 }), 0)).toBe(1);
  });

  it('do not look at the length where b is 0', () => {
    expect(lengthNorm(1, 2, { k1: 1.2, b: 0 })).toBe(1.2);
    expect(lengthNorm(100, 2, { k1: 1.2, b: 0 })).toBe(1.2);
  });

  it('never give a negative weight', () => {
    // In all of 4: 1 + (1/2) / (9/2) = 10/9.
    expect(inverseDocumentFrequency(4, 4)).toBeCloseTo(Math.log(10 / 9), 12);
  });
});

describe('a word index', () => {
  it('ranks as the formula does, worked out naively', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someText, { minLength: 1, maxLength: 12 }),
        fc.uniqueArray(fc.constantFrom('law', 'data', 'net', '网络', '安全', 'none'), { minLength: 1 }),
        fc.integer({ min: 1, max: 14 }),
        async (texts, terms, limit) => {
          const expected = naiveBm25(texts.map(tokenize), weighted(...terms));
          const found = await indexOf(texts).search(weighted(...terms), limit, null);
          expect(found).toHaveLength(Math.min(limit, expected.length));
          // Equal scores, summed in another order, may differ in the last bit: the place is held against the score.
          for (const [place, { row, terms: held, score }] of found.entries()) {
            const own = expected.find((one) => one.row === row);
            expect(held).toEqual(own?.terms);
            expect(score).toBeCloseTo(own?.score ?? NaN, 9);
            expect(score).toBeCloseTo(expected[place]?.score ?? NaN, 9);
            const next = found[place + 1];
            if (next?.score === score) expect(next.row).toBeGreaterThan(row);
          }
        },
      ),
    );
  });

  it('grown in parts with dead rows answers as one built from nothing', async () => {
    const row = fc.record({ text: someText, part: fc.integer({ min: 0, max: 2 }), live: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const live = rows.filter((one) => one.live);
        const parts = [0, 1, 2].map((part) => {
          const own = rows.filter((one) => one.part === part);
          return {
            postings: buildPostings(own.map(({ text }) => text)),
            globalRow: Int32Array.from(own, (one) => live.indexOf(one)),
          };
        });
        const grown = new Bm25Index(parts, live.length);
        const fresh = indexOf(live.map(({ text }) => text));
        const terms = weighted('law', 'data', '网络', 'none');
        expect(await grown.search(terms, 100, null)).toEqual(await fresh.search(terms, 100, null));
        for (const { term } of terms) expect(grown.idf(term)).toBe(fresh.idf(term));
      }),
    );
  });

  it('finds the rows that hold every term, over parts and without dead rows', () => {
    const row = fc.record({ text: someText, part: fc.integer({ min: 0, max: 2 }), live: fc.boolean() });
    const terms = fc.uniqueArray(fc.constantFrom('law', 'data', '网络', 'none'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), terms, (rows, wanted) => {
        const live = rows.filter((one) => one.live);
        const parts = [0, 1, 2].map((part) => {
          const own = rows.filter((one) => one.part === part);
          return {
            postings: buildPostings(own.map(({ text }) => text)),
            globalRow: Int32Array.from(own, (one) => live.indexOf(one)),
          };
        });
        const expected = [...live.keys()].filter((at) => {
          const tokens = tokenize(live[at]?.text ?? '');
          return wanted.every((term) => tokens.includes(term));
        });
        expect(new Bm25Index(parts, live.length).rowsWithAll(wanted)).toEqual(expected);
      }),
    );
    expect(indexOf(['law', 'data']).rowsWithAll([])).toEqual([]);
  });

  it('answers the same again: a search leaves nothing behind', async () => {
    const index = indexOf(['law data', 'law', '网络 data']);
    const first = await index.search(weighted('law', 'data'), 1, null);
    expect(await index.search(weighted('网络'), 5, null)).toHaveLength(1);
    expect(await index.search(weighted('law', 'data'), 1, null)).toEqual(first);
  });

  it('gives equal scores by ascending row, and none for a limit of 0', async () => {
    const index = indexOf(['law', 'law', 'law', 'law']);
    expect((await index.search(weighted('law'), 3, null)).map(({ row }) => row)).toEqual([0, 1, 2]);
    expect(await index.search(weighted('law'), 0, null)).toEqual([]);
  });

  it('without rows finds nothing', async () => {
    expect(await new Bm25Index([], 0).search(weighted('law'), 5, null)).toEqual([]);
  });

  it('rejects with the reason of a signal that is aborted', async () => {
    const reason = new Error('the asker has gone');
    await expect(indexOf(['law']).search(weighted('law'), 5, null, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it.each([
    ['a row outside', Int32Array.of(1)],
    ['a row below -1', Int32Array.of(-2)],
    ['another number of rows', Int32Array.of(0, -1)],
  ])('refuses a part with %s', (_, globalRow) => {
    expect(() => new Bm25Index([{ postings: buildPostings(['law']), globalRow }], 1)).toThrow(RangeError);
  });

  it.each([
    { k1: -0.1, b: 0.5 },
    { k1: 10.1, b: 0.5 },
    { k1: 1, b: 1.1 },
    { k1: Number.NaN, b: 0.5 },
  ])('refuses the parameters $k1, $b', (parameters) => {
    expect(() => new Bm25Index([], 0, parameters)).toThrow(RangeError);
  });
});
