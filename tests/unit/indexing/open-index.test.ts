import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/indexing/build-index.js';
import { openIndex } from '../../../src/indexing/open-index.js';
import { writePointer } from '../../../src/indexing/files/pointer.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { loadHnswLibrary } from '../../../src/vector/hnsw-library.js';
import { FailingFileSystem } from '../../support/failing-file-system.js';
import { HashingEncoder } from '../../support/hashing-encoder.js';
import { buildRequest, documentOf, openRequest, VERSIONS } from '../../support/index-fixture.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const DOCUMENTS = [documentOf('a', ['网络安全', '《data》第三条']), documentOf('b', ['cybersecurity'])];
const hnsw = await loadHnswLibrary();
const withGraph = { loadHnsw: loadHnswLibrary, graphThreshold: 2 };

/** An index, with a graph where the library is there, and the paths of all its files. */
async function builtIndex(): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, DOCUMENTS, withGraph));
  const index = join(folder, 'index');
  const names = await readdir(index, { recursive: true });
  const files: string[] = [];
  for (const name of names) if ((await stat(join(index, name))).isFile()) files.push(join(index, name));
  return { folder, files };
}

const statusOf = async (folder: string): Promise<string> =>
  (await openIndex(openRequest(folder, { loadHnsw: loadHnswLibrary }))).status;

/** Replaces the manifest of the only generation, with a pointer that fits it. */
async function replaceManifest(folder: string, change: (manifest: Record<string, unknown>) => unknown): Promise<void> {
  const index = join(folder, 'index');
  const path = join(index, 'generations', '000001', 'manifest.json');
  const text = JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>));
  await writeFile(path, text);
  await writeFile(join(index, 'CURRENT'), writePointer({ generation: '000001', manifest: sha256(text) }));
}

describe('openIndex', () => {
  it('opens what was built', async () => {
    const { folder, files } = await builtIndex();
    expect(await statusOf(folder)).toBe('ready');
    expect(files).toHaveLength(hnsw.status === 'available' ? 7 : 6);
  });

  it('says that there is none where nothing was built', async () => {
    const folder = await temporaryFolder();
    expect(await openIndex(openRequest(folder))).toEqual({ status: 'missing', folder: join(folder, 'index') });
  });

  it('never uses an index with a file cut short, whichever and wherever', async () => {
    const { folder, files } = await builtIndex();
    for (const file of files) {
      const whole = await readFile(file);
      for (const length of new Set([0, 1, whole.length >> 1, whole.length - 1])) {
        await writeFile(file, whole.subarray(0, length));
        expect([file, length, await statusOf(folder)]).toEqual([file, length, 'damaged']);
      }
      await writeFile(file, whole);
    }
    expect(await statusOf(folder)).toBe('ready');
  });

  it('never uses an index with a flipped bit, in whichever file', async () => {
    const { folder, files } = await builtIndex();
    for (const file of files) {
      const whole = await readFile(file);
      const steps = Math.max(1, Math.floor(whole.length / 40));
      for (let at = 0; at < whole.length; at += steps) {
        const flipped = Buffer.from(whole);
        flipped[at] = (whole[at] ?? 0) ^ (1 << (at % 8));
        await writeFile(file, flipped);
        expect([file, at, await statusOf(folder)]).toEqual([file, at, 'damaged']);
      }
      await writeFile(file, whole);
    }
    expect(await statusOf(folder)).toBe('ready');
  });

  it('never uses an index with a file that is longer than it was', async () => {
    const { folder, files } = await builtIndex();
    for (const file of files) {
      const whole = await readFile(file);
      await writeFile(file, Buffer.concat([whole, Buffer.from('\n')]));
      expect([file, await statusOf(folder)]).toEqual([file, 'damaged']);
      await writeFile(file, whole);
    }
  });

  it('names the file that is missing', async () => {
    const { folder, files } = await builtIndex();
    for (const file of files.filter((name) => !name.endsWith('CURRENT'))) {
      const whole = await readFile(file);
      await rm(file);
      const opened = await openIndex(openRequest(folder));
      expect(opened).toMatchObject({ status: 'damaged', reason: 'is missing' });
      expect(opened.status === 'damaged' && join(folder, 'index', opened.file)).toBe(file);
      await writeFile(file, whole);
    }
  });

  it('is built from nothing where it is damaged, and says so', async () => {
    const { folder, files } = await builtIndex();
    const vectors = files.find((file) => file.endsWith('vectors.bin')) ?? '';
    await writeFile(vectors, 'not vectors');
    const report = await buildIndex(buildRequest(folder, DOCUMENTS, withGraph));
    expect(report).toMatchObject({ outcome: 'built', encoded: 3 });
    const replaced = report.notices.filter((notice) => notice.key === 'unusable-replaced');
    expect(replaced).toMatchObject([{ index: { status: 'damaged' } }]);
    expect(await statusOf(folder)).toBe('ready');
  });

  it('tells another format from damage, in the pointer and in the manifest', async () => {
    const { folder } = await builtIndex();
    await replaceManifest(folder, (manifest) => ({ ...manifest, format: 2, novelty: true }));
    expect(await openIndex(openRequest(folder))).toMatchObject({ status: 'other-format', found: 2, supported: 1 });
    const pointer = writePointer({ generation: '000001', manifest: sha256('') }, 7);
    await writeFile(join(folder, 'index', 'CURRENT'), pointer);
    expect(await openIndex(openRequest(folder))).toMatchObject({ status: 'other-format', found: 7 });
  });

  it.each([
    ['an unknown key', (manifest: object) => ({ ...manifest, novelty: true })],
    ['a key too few', (manifest: object) => ({ ...manifest, segments: undefined })],
    ['a name that leaves the folder', (manifest: object) => ({ ...manifest, generation: '../../000001' })],
    ['another generation than the pointer says', (manifest: object) => ({ ...manifest, generation: '000002' })],
    ['documents that no segment holds', (manifest: object) => ({ ...manifest, segments: [] })],
    [
      'counts that do not add up',
      (manifest: object) => ({ ...manifest, counts: { documents: 2, passages: 4, deadPassages: 0 } }),
    ],
    [
      'a tombstone for nothing',
      (manifest: object) => ({ ...manifest, tombstones: [{ segment: '000001', document: 'z' }] }),
    ],
    ['no object', () => 'manifest'],
  ])('refuses a manifest with %s, though its checksum is right', async (_, change) => {
    const { folder } = await builtIndex();
    await replaceManifest(folder, change);
    expect(await openIndex(openRequest(folder))).toMatchObject({
      status: 'damaged',
      file: join('generations', '000001', 'manifest.json'),
    });
  });

  it('refuses an index of another model or dimension, and names both', async () => {
    const { folder } = await builtIndex();
    for (const options of [{ model: 'other' }, { dimension: 64 }]) {
      const wanted = new HashingEncoder(options).identity;
      expect(await openIndex(openRequest(folder, { encoder: wanted }))).toMatchObject({
        status: 'other-encoder',
        found: { model: 'hashing', dimension: 32 },
        wanted,
      });
    }
    expect((await openIndex(openRequest(folder, { encoder: null }))).status).toBe('ready');
  });

  it('does not care in which order the files of an encoder are named', async () => {
    const folder = await temporaryFolder();
    const real = new HashingEncoder();
    const identity = { ...real.identity, files: { 'a.json': 'x', 'b.bin': 'y' } };
    const encoder = {
      identity,
      batchSize: 4,
      encode: (texts: readonly string[]) => real.encode(texts, 'passage'),
      close: () => real.close(),
    };
    await buildIndex(buildRequest(folder, DOCUMENTS, { encoder }));
    const turned = { ...identity, files: { 'b.bin': 'y', 'a.json': 'x' } };
    expect((await openIndex(openRequest(folder, { encoder: turned }))).status).toBe('ready');
  });

  it('refuses an index of other versions, whichever of them', async () => {
    const { folder } = await builtIndex();
    for (const part of ['reader', 'splitter', 'tokenizer', 'catalogue'] as const) {
      const wanted = { ...VERSIONS, [part]: '2' };
      const opened = await openIndex(openRequest(folder, { versions: wanted }));
      expect(opened).toMatchObject({ status: 'other-versions', found: VERSIONS, wanted });
    }
  });

  it('serves as stale where the source files are not those that it was built from', async () => {
    const folder = await temporaryFolder();
    const sources = [{ path: 'a.txt', size: 10, modified: 1.5 }];
    await buildIndex(buildRequest(folder, DOCUMENTS, { sources }));
    const statuses = await Promise.all(
      [
        sources,
        [],
        [...sources, { path: 'b.txt', size: 1, modified: 1 }],
        [{ path: 'a.txt', size: 10, modified: 2 }],
      ].map(async (now) => (await openIndex(openRequest(folder, { sources: now }))).status),
    );
    expect(statuses).toEqual(['ready', 'stale', 'stale', 'stale']);
  });

  it('is ready again after a build that found the touched files unchanged', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, DOCUMENTS, { sources: [{ path: 'a.txt', size: 10, modified: 1 }] }));
    const sources = [{ path: 'a.txt', size: 10, modified: 2 }];
    expect(await buildIndex(buildRequest(folder, DOCUMENTS, { sources }))).toMatchObject({ outcome: 'unchanged' });
    expect((await openIndex(openRequest(folder, { sources }))).status).toBe('ready');
  });

  it('throws where a file is there and cannot be read, at every read in turn: that is no damage', async () => {
    const { folder, files } = await builtIndex();
    for (let at = 1; at <= files.length; at += 1) {
      const fileSystem = new FailingFileSystem(nodeFileSystem, { code: 'EACCES', at });
      await expect(openIndex(openRequest(folder, { fileSystem }))).rejects.toMatchObject({
        code: 'index-read',
        errorCode: 'EACCES',
        message: `The index in ${join(folder, 'index')} could not be read: access is denied (EACCES).`,
      });
    }
  });

  it('reads the new generation where the old one is deleted while it reads', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, DOCUMENTS));
    let builds = 0;
    const fileSystem = {
      ...nodeFileSystem,
      readFile: async (path: string): Promise<Uint8Array> => {
        const bytes = await nodeFileSystem.readFile(path);
        // Two builds between pointer and manifest delete the generation that the pointer named.
        for (; path.endsWith('CURRENT') && builds < 2; builds += 1)
          await buildIndex(buildRequest(folder, [documentOf('new', [`text ${builds}`])]));
        return bytes;
      },
    };
    const opened = await openIndex(openRequest(folder, { fileSystem }));
    if (opened.status !== 'ready') throw new Error(opened.status);
    expect((await opened.generation.passagesOf('new')).map(({ text }) => text)).toEqual(['text 1']);
  });
});
