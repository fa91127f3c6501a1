import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../../src/indexing/build-index.js';
import type { Generation } from '../../../../src/indexing/serving/generation.js';
import { openIndex } from '../../../../src/indexing/open-index.js';
import type { PassageFilter } from '../../../../src/retrieval/passage-index.js';
import { HashingEncoder } from '../../../support/hashing-encoder.js';
import { buildRequest, documentOf, openRequest, splitLines } from '../../../support/index-fixture.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const EVERYTHING: PassageFilter = { scopes: ['global', 'server:1'], document: null, kind: null, law: null };

// Rows: 0-1 are 003-1, 2 is 003-2, 3 is 0031, 4-5 are law, 6 is secret.
const DOCUMENTS = [
  documentOf('secret', ['數據安全 of server 1'], { scope: 'server:1' }),
  documentOf('law', ['data/1: 数据处理', 'data/2: 安全'], { kind: 'law' }),
  documentOf('0031', ['宣传周']),
  documentOf('003-2', ['《data》与数据安全']),
  documentOf('003-1', ['《net》数据安全，《net》再说', 'Data Security']),
];

async function generation(): Promise<Generation> {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, DOCUMENTS));
  const opened = await openIndex(openRequest(folder));
  if (opened.status !== 'ready') throw new Error(opened.status);
  return opened.generation;
}

const holding = async (texts: readonly string[], filter: Partial<PassageFilter> = {}): Promise<readonly number[]> =>
  (await generation()).rowsHolding(texts, { ...EVERYTHING, ...filter });

describe('a generation', () => {
  it('orders rows by document, then by position', async () => {
    const texts = (await (await generation()).passages([0, 1, 2, 3, 4, 5, 6])).map(({ text }) => text);
    expect(texts).toEqual([
      '《net》数据安全，《net》再说',
      'Data Security',
      '《data》与数据安全',
      '宣传周',
      'data/1: 数据处理',
      'data/2: 安全',
      '數據安全 of server 1',
    ]);
  });

  it('gives passages in the order asked, whole as they were split', async () => {
    const [secret] = DOCUMENTS;
    const index = await generation();
    expect(await index.passages([6, 0, 6])).toHaveLength(3);
    expect((await index.passages([6]))[0]).toEqual(secret && splitLines(secret)[0]);
    await expect(index.passages([7])).rejects.toThrow('row 7 is none of the 7 rows');
    await expect(index.passages([-1])).rejects.toThrow(RangeError);
    await expect(index.passages([0.5])).rejects.toThrow(RangeError);
  });

  it('finds rows by folded text: script and letter case do not matter', async () => {
    expect(await holding(['数据安全'])).toEqual([0, 2, 6]);
    expect(await holding(['data security'])).toEqual([1]);
    expect(await holding(['数据', '安全', 'server'])).toEqual([6]);
    // A part of a word, a pair across two words, a pair the wrong way round, and one character alone.
    expect(await holding(['ecurit'])).toEqual([1]);
    expect(await holding(['据安'])).toEqual([0, 2, 6]);
    expect(await holding(['安据'])).toEqual([]);
    expect(await holding(['周'])).toEqual([3]);
    expect(await holding([])).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('shows nobody what belongs to a scope that they may not see', async () => {
    expect(await holding([], { scopes: ['global'] })).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await holding([], { scopes: ['server:1'] })).toEqual([6]);
    expect(await holding([], { scopes: [] })).toEqual([]);
    const index = await generation();
    const [passage] = await index.passages([6]);
    expect(await index.rowOf(passage?.id ?? '', ['global'])).toBeNull();
    expect(await index.rowOf(passage?.id ?? '', ['global', 'server:1'])).toBe(6);
    expect((await index.documents(['global'])).map(({ id }) => id)).toEqual(['003-1', '003-2', '0031', 'law']);
  });

  it('takes 003 for 003-1 and 003-2, and for nothing else', async () => {
    expect(await holding([], { document: '003' })).toEqual([0, 1, 2]);
    expect(await holding([], { document: '003-2' })).toEqual([2]);
    expect(await holding([], { document: '00' })).toEqual([]);
    expect(await holding([], { document: '003-' })).toEqual([]);
  });

  it('filters by kind, and by the law that a passage names or is part of', async () => {
    expect(await holding([], { kind: 'law' })).toEqual([4, 5]);
    expect(await holding([], { law: 'data' })).toEqual([2, 4, 5]);
    expect(await holding([], { law: 'net' })).toEqual([0]);
    expect(await holding([], { law: 'unknown' })).toEqual([]);
    expect(await holding([], { law: 'data', kind: 'law', document: 'law' })).toEqual([4, 5]);
    expect(await holding([], { law: 'data', scopes: ['server:1'] })).toEqual([]);
  });

  it('filters before it ranks, by words and by vectors', async () => {
    const index = await generation();
    const filter = { ...EVERYTHING, document: '0031' };
    const [query = new Float32Array(0)] = await new HashingEncoder().encode(['数据安全'], 'query');
    expect((await index.searchVectors(query, filter, 3)).map(({ row }) => row)).toEqual([3]);
    expect(await index.searchWords([{ term: '数据', weight: 1 }], filter, 3)).toEqual([]);
    const [best] = await index.searchVectors(query, EVERYTHING, 1);
    expect([0, 2]).toContain(best?.row);
  });

  it('finds a document in reading order, a passage by its id, and null for what there is not', async () => {
    const index = await generation();
    expect((await index.passagesOf('003-1')).map(({ position }) => position)).toEqual([0, 1]);
    expect(await index.passagesOf('003')).toEqual([]);
    expect(await index.rowOf('nothing', ['global'])).toBeNull();
  });

  it('says what it is', async () => {
    expect((await generation()).summary).toEqual({
      generation: '000001',
      builtAt: '2026-01-02T03:04:05.000Z',
      encoder: new HashingEncoder().identity,
      vectorIndex: 'exact',
      documents: 5,
      passages: 7,
    });
  });

  it('stops where the signal is aborted', async () => {
    const index = await generation();
    const reason = new Error('no longer wanted');
    const signal = AbortSignal.abort(reason);
    await expect(index.passages([0], signal)).rejects.toBe(reason);
    await expect(index.rowsHolding([], EVERYTHING, signal)).rejects.toBe(reason);
  });
});
