import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/documents/passage.js';
import { NameMatcher } from '../../../src/laws/names/name-matcher.js';
import { parseLexicon } from '../../../src/lexical/lexicon.js';
import type { PassageFilter, PassageIndex } from '../../../src/retrieval/passage-index.js';
import { filterOf, retrieve } from '../../../src/retrieval/retrieve.js';
import { HashingEncoder } from '../../support/hashing-encoder.js';
import { passageOf } from '../../support/passage-fixture.js';
import { fixedClock, questionOf } from '../../support/real-engine.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
const knowledge = {
  catalogue,
  matcher: new NameMatcher(catalogue.laws),
  lexicon: parseLexicon('network\t网络:0.6\nsecurity\t安全:0.7'),
};
const PASSAGES = ['甲网络', '乙网络', '丙跑分', '丁跑分'].map((text) => passageOf(text, { id: text }));

/** An index in which words find row 0, vectors row 1, and rows 2 and 3 only hold quoted words. Notes its filters. */
function indexOf(holding: readonly number[], filters: PassageFilter[] = []): PassageIndex {
  const noted = <Value>(filter: PassageFilter, value: Value): Promise<Value> => {
    filters.push(filter);
    return Promise.resolve(value);
  };
  const unused = (): never => {
    throw new Error('Nothing else is asked of the index');
  };
  return {
    get summary() {
      return unused();
    },
    searchWords: (_terms, filter) => noted(filter, [{ row: 0, score: 2, terms: ['网络'] }]),
    searchVectors: (_query, filter) => noted(filter, [{ row: 1, similarity: 0.5 }]),
    idf: (terms) => Promise.resolve(terms.map(() => 2)),
    rowsHolding: (_strings, filter) => noted(filter, holding),
    passages: (rows) => Promise.resolve(rows.map((row): Passage => PASSAGES[row] ?? passageOf(''))),
    rowOf: unused,
    passagesOf: unused,
    documents: unused,
  };
}

async function retrieved(text: string, index: PassageIndex, limit = 10) {
  const parts = { index, encoder: new HashingEncoder(), knowledge, clock: fixedClock() };
  const { evidence, literal } = await retrieve(questionOf(text), limit, parts);
  return { ids: evidence.map(({ passage }) => passage.id), literal };
}

describe('retrieve', () => {
  it('brings what words or vectors find, at most as many as asked for', async () => {
    const { ids, literal } = await retrieved('网络', indexOf([]));
    expect([...ids].sort()).toEqual(['乙网络', '甲网络']);
    expect(literal).toBe('none');
    expect((await retrieved('网络', indexOf([]), 1)).ids).toEqual(ids.slice(0, 1));
  });

  it('searches by words or by vectors alone where that is to be measured', async () => {
    const parts = { index: indexOf([]), encoder: new HashingEncoder(), knowledge, clock: fixedClock() };
    const words = await retrieve(questionOf('网络'), 10, { ...parts, mode: 'words' });
    expect(words.evidence.map(({ passage }) => passage.id)).toEqual(['甲网络']);
    expect(words.vector).toBeNull();
    const silent = Object.assign(indexOf([]), { searchWords: () => Promise.resolve([]) });
    const vectors = await retrieve(questionOf('网络'), 10, { ...parts, index: silent, mode: 'vectors' });
    expect(vectors.evidence.map(({ passage, score }) => [passage.id, score])).toEqual([['乙网络', 0.5]]);
    expect(vectors.plan.groups).toEqual([]);
  });

  it('brings only what holds quoted words, also where neither words nor vectors found it', async () => {
    expect(await retrieved('网络「跑分」', indexOf([1, 2, 3]))).toEqual({
      ids: ['乙网络', '丙跑分', '丁跑分'],
      literal: 'found',
    });
    expect(await retrieved('网络「跑分」', indexOf([2, 3]))).toEqual({ ids: ['丙跑分', '丁跑分'], literal: 'found' });
  });

  it('brings the nearest where nothing holds quoted words, and says so', async () => {
    const { ids, literal } = await retrieved('网络「跑分」', indexOf([]));
    expect([...ids].sort()).toEqual(['乙网络', '甲网络']);
    expect(literal).toBe('missing');
  });

  it('looks for quoted words as they would be written on the mainland where nothing holds them as they are', async () => {
    const rowsHolding = (words: readonly string[]) => Promise.resolve(words.includes('网络水军') ? [3] : []);
    const mainland = Object.assign(indexOf([]), { rowsHolding });
    expect(await retrieved('誰組織「網路水軍」？', mainland)).toEqual({ ids: ['丁跑分'], literal: 'found' });
  });

  it('takes quoted words of another language that it can translate for no words to the letter', async () => {
    expect((await retrieved('What is "network security"?', indexOf([]))).literal).toBe('none');
    expect((await retrieved('What is "network pangolin"?', indexOf([]))).literal).toBe('missing');
  });

  it('asks every part of the index with the filter of the question', async () => {
    const filters: PassageFilter[] = [];
    await retrieved('网络「跑分」', indexOf([2], filters));
    expect(filters).toEqual(Array(3).fill({ scopes: ['global'], document: null, kind: null, law: null }));
    const asked = questionOf('问', {
      scopes: ['server:1'],
      document: '003',
      kind: 'law',
      law: 'x',
      asOf: '2020-01-01',
    });
    expect(filterOf(asked)).toEqual({ scopes: ['server:1'], document: '003', kind: 'law', law: 'x' });
  });
});
