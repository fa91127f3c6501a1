import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/documents/document.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import type { BuildRequest } from '../../src/indexing/build/build-request.js';
import type { Generation } from '../../src/indexing/serving/generation.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { loadHnswLibrary } from '../../src/vector/hnsw-library.js';
import { answersOf } from '../support/index-answers.js';
import { buildRequest, documentOf, openRequest } from '../support/index-fixture.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const LINES = [
  '网络安全宣传周在福州举行。',
  '《data》第三条规定了数据安全。',
  'data/1: 为了规范数据处理活动。',
  'data/2: 中华人民共和国境内开展数据处理活动。',
  'Some 300 universities offer a major in cybersecurity.',
  '网络安全为人民，网络安全靠人民。',
];
const QUESTIONS = ['网络安全', '数据处理活动', 'universities offer cybersecurity', '不在其中'];

const lines = fc.array(fc.constantFrom(...LINES), { minLength: 0, maxLength: 4 });
const shape = fc.record({
  lines,
  scope: fc.constantFrom('global' as const, 'server:1' as const),
  kind: fc.constantFrom('law' as const, null),
});
/** One state of the data folder: what stands under each of a few ids, if anything. */
const state = fc.dictionary(fc.constantFrom('a', 'a-1', 'b', 'c', 'd'), shape, { maxKeys: 5 });

const documentsOf = (shapes: Readonly<Record<string, { lines: readonly string[] }>>): readonly SourceDocument[] =>
  Object.entries(shapes).map(([id, { lines: text, ...metadata }]) => documentOf(id, text, metadata));

async function open(folder: string, loadHnsw: BuildRequest['loadHnsw']): Promise<Generation> {
  const opened = await openIndex(openRequest(folder, { loadHnsw }));
  if (opened.status !== 'ready') throw new Error(`the index is ${opened.status}`);
  return opened.generation;
}

async function expectSame(states: readonly (readonly SourceDocument[])[], changes: Partial<BuildRequest>) {
  const folder = await temporaryFolder();
  const grown = join(folder, 'grown');
  for (const documents of states) await buildIndex(buildRequest(grown, documents, changes));
  const fresh = join(folder, 'fresh');
  await buildIndex(buildRequest(fresh, states.at(-1) ?? [], changes));
  const loadHnsw = buildRequest(folder, [], changes).loadHnsw;
  const [one, other] = [await open(grown, loadHnsw), await open(fresh, loadHnsw)];
  expect(one.summary.vectorIndex).toBe(other.summary.vectorIndex);
  expect(await answersOf(one, QUESTIONS)).toEqual(await answersOf(other, QUESTIONS));
}

describe('an index grown in steps', () => {
  it('answers every question exactly as one built from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 5 }), (states) =>
        expectSame(states.map(documentsOf), {}),
      ),
      { numRuns: 25 },
    );
  });

  it('does so over more steps than there may be segments', async () => {
    const all = Array.from({ length: 12 }, (_, place) =>
      documentOf(`d-${place}`, [LINES[place % 6] ?? '', `第${place}`]),
    );
    await expectSame(
      all.map((_, place) => all.slice(0, place + 1)),
      {},
    );
  });
});

const hnsw = await loadHnswLibrary();

describe.skipIf(hnsw.status === 'unavailable')('an index with a graph grown in steps', () => {
  it('answers every question exactly as one built from nothing', async () => {
    const many = (id: string, count: number): SourceDocument =>
      documentOf(
        id,
        Array.from({ length: count }, (_, place) => `${LINES[place % 6] ?? ''}${id}${place * place}`),
      );
    const states = [[many('b', 80)], [many('b', 80), many('a', 60)], [many('b', 81), many('a', 60), many('c', 30)]];
    await expectSame(states, { loadHnsw: loadHnswLibrary, graphThreshold: 100 });
  });
});
