import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/documents/document.js';
import { loadDocuments } from '../../src/documents/load-documents.js';
import { splitPassages } from '../../src/documents/split-passages.js';
import type { Encoder } from '../../src/embedding/encoder.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import type { Generation } from '../../src/indexing/serving/generation.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { tokenize } from '../../src/lexical/tokenize.js';
import type { PassageFilter } from '../../src/retrieval/passage-index.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { loadHnswLibrary, type HnswLoader } from '../../src/vector/hnsw-library.js';
import { loadBuiltInEncoder } from '../support/built-in-encoder.js';
import { buildRequest, openRequest } from '../support/index-fixture.js';

/** Some 1,500 laws and rules, one Markdown file a version; never part of the project. */
const LAWBOOK = join(import.meta.dirname, '..', '..', '..', 'shared', 'lawrefbook');
const EVERYBODY: PassageFilter = { scopes: ['global'], document: null, kind: null, law: null };
const NEAREST = 10;

const noHnsw: HnswLoader = () => Promise.resolve({ status: 'unavailable', reason: 'exact search is compared with' });
const hnsw = await loadHnswLibrary();

describe.skipIf(!existsSync(LAWBOOK))('an index of a thousand files and more', () => {
  let folder = '';
  let encoder: Encoder;
  let documents: readonly SourceDocument[] = [];
  let questions: readonly string[] = [];

  const changes = () => ({ encoder, split: splitPassages, loadHnsw: loadHnswLibrary });
  const build = (name: string, part: readonly SourceDocument[]) =>
    buildIndex(buildRequest(join(folder, name), part, changes()));
  const open = async (name: string, loadHnsw: HnswLoader): Promise<Generation> => {
    const opened = await openIndex(openRequest(join(folder, name), { encoder: encoder.identity, loadHnsw }));
    if (opened.status !== 'ready') throw new Error(`The index is ${opened.status}`);
    return opened.generation;
  };
  const nearest = async (generation: Generation, question: string) => {
    const [vector = new Float32Array(0)] = await encoder.encode([question], 'query');
    return generation.searchVectors(vector, EVERYBODY, NEAREST);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-scale-'));
    encoder = await loadBuiltInEncoder();
    ({ documents } = await loadDocuments(nodeFileSystem, [LAWBOOK]));
    // A sentence of every twentieth file is what somebody may ask for.
    questions = documents.flatMap((document, place) => {
      const passages = place % 20 === 0 ? splitPassages(document) : [];
      return passages.slice(passages.length >> 1, (passages.length >> 1) + 1).map(({ text }) => text.slice(0, 40));
    });
    expect(documents.length).toBeGreaterThan(1_000);
    expect(questions.length).toBeGreaterThan(50);
  });
  afterAll(async () => {
    await encoder.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('grown in steps, of which one changes and removes documents, answers as one built from nothing', async () => {
    const half = documents.slice(0, documents.length >> 1);
    const removed = documents.filter((_, place) => place % 7 !== 3);
    await build('grown', half);
    await build('grown', removed);
    const last = await build('grown', documents);
    const fresh = await build('fresh', documents);
    expect(last.encoded).toBeLessThan(fresh.encoded / 4);
    expect(fresh.documents).toBe(documents.length);

    const [one, other] = [await open('grown', loadHnswLibrary), await open('fresh', loadHnswLibrary)];
    expect(one.summary).toMatchObject({ passages: other.summary.passages, vectorIndex: other.summary.vectorIndex });
    for (const question of questions) {
      const terms = tokenize(question).map((term) => ({ term, weight: 1 }));
      expect(await one.searchWords(terms, EVERYBODY, NEAREST)).toEqual(
        await other.searchWords(terms, EVERYBODY, NEAREST),
      );
      expect(await nearest(one, question)).toEqual(await nearest(other, question));
    }
  });

  it.skipIf(hnsw.status === 'unavailable')('finds by its graph at least 99 in 100 of the truly nearest', async () => {
    const [graph, exact] = [await open('fresh', loadHnswLibrary), await open('fresh', noHnsw)];
    expect([graph.summary.vectorIndex, exact.summary.vectorIndex]).toEqual(['hnsw', 'exact']);
    let found = 0;
    for (const question of questions) {
      // Passages of the same wording are equally near: as near as the last of the nearest is near enough.
      const last = (await nearest(exact, question)).at(-1)?.similarity ?? Number.POSITIVE_INFINITY;
      found += (await nearest(graph, question)).filter(({ similarity }) => similarity >= last).length;
    }
    expect(found / (NEAREST * questions.length)).toBeGreaterThanOrEqual(0.99);
  });
});
