import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/documents/document.js';
import { DataFolderError, DocumentsError } from '../../../src/documents/documents-error.js';
import { buildIndex } from '../../../src/indexing/build-index.js';
import { openIndex } from '../../../src/indexing/open-index.js';
import { IndexUnusableError, openOrBuild, type IndexKeeper } from '../../../src/indexing/open-or-build.js';
import type { FileStamp } from '../../../src/indexing/sources/source-stamps.js';
import { HashingEncoder } from '../../support/hashing-encoder.js';
import { buildRequest, documentOf, openRequest } from '../../support/index-fixture.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const OLD = [documentOf('old', ['网络安全'])];
const NEW = [documentOf('new', ['数据安全'])];
const noFolder = new DataFolderError('/nowhere', 'does not exist');
const notUtf8 = new DocumentsError([{ file: 'a.txt', line: null, message: 'is not UTF-8' }]);

/** Documents as a program finds them: what they are, when they were last changed, and why they cannot be read. */
interface Found {
  readonly documents: readonly SourceDocument[];
  readonly modified: number;
  readonly fault?: Error;
  readonly encoder?: HashingEncoder;
}

/** A keeper of a real index below a folder; it notes what it is told. */
function keeperOf(folder: string, found: Found): { readonly keeper: IndexKeeper; readonly told: string[] } {
  const told: string[] = [];
  const { documents, fault, encoder = new HashingEncoder() } = found;
  const sources: readonly FileStamp[] = [{ path: 'a.txt', size: 1, modified: found.modified }];
  const keeper: IndexKeeper = {
    open: () => openIndex(openRequest(folder, { sources, encoder: encoder.identity })),
    build: (begin) => {
      if (fault !== undefined) return Promise.reject(fault);
      begin();
      return buildIndex(buildRequest(folder, documents, { sources, encoder }));
    },
    onBuild: ({ status }) => void told.push(`build: ${status}`),
    onBuilt: ({ outcome }) => void told.push(outcome),
    onServingStale: ({ code }) => void told.push(`stale: ${code}`),
  };
  return { keeper, told };
}

/** Ids of the documents that are served, and what the keeper was told. */
async function serve(
  folder: string,
  found: Found,
): Promise<readonly [ids: readonly string[], told: readonly string[]]> {
  const { keeper, told } = keeperOf(folder, found);
  const documents = await (await openOrBuild(keeper)).documents(['global']);
  return [documents.map(({ id }) => id), told];
}

/** A folder whose index was built from the old documents. */
async function builtFolder(): Promise<string> {
  const folder = await temporaryFolder();
  expect(await serve(folder, { documents: OLD, modified: 1 })).toEqual([['old'], ['build: missing', 'built']]);
  return folder;
}

async function damage(folder: string): Promise<void> {
  const segments = join(folder, 'index', 'segments');
  const [segment = ''] = await readdir(segments);
  await writeFile(join(segments, segment, 'vectors.bin'), 'not vectors');
}

describe('openOrBuild', () => {
  it('opens an index that fits, and builds nothing', async () => {
    const folder = await builtFolder();
    expect(await serve(folder, { documents: NEW, modified: 1, fault: notUtf8 })).toEqual([['old'], []]);
  });

  it('brings an index up to date whose documents changed', async () => {
    const folder = await builtFolder();
    expect(await serve(folder, { documents: NEW, modified: 2 })).toEqual([['new'], ['build: stale', 'built']]);
    expect(await serve(folder, { documents: NEW, modified: 2 })).toEqual([['new'], []]);
  });

  it('serves what was indexed before, and says so, where the changed documents cannot be read', async () => {
    const folder = await builtFolder();
    const found = { documents: NEW, modified: 2, fault: notUtf8 };
    expect(await serve(folder, found)).toEqual([['old'], ['stale: bad-documents']]);
  });

  it('serves nothing where a data folder is missing: that is a mistake in the settings, and no build begins', async () => {
    const folder = await builtFolder();
    const { keeper, told } = keeperOf(folder, { documents: NEW, modified: 2, fault: noFolder });
    await expect(openOrBuild(keeper)).rejects.toBe(noFolder);
    expect(told).toEqual([]);
  });

  it('fails as the build did where there was nothing', async () => {
    const { keeper, told } = keeperOf(await temporaryFolder(), { documents: [], modified: 1, fault: noFolder });
    await expect(openOrBuild(keeper)).rejects.toBe(noFolder);
    expect(told).toEqual([]);
  });

  it('builds a damaged index anew', async () => {
    const folder = await builtFolder();
    await damage(folder);
    expect(await serve(folder, { documents: OLD, modified: 1 })).toEqual([['old'], ['build: damaged', 'built']]);
  });

  it('refuses a damaged index that cannot be built again, with both reasons and the remedy of the second', async () => {
    const folder = await builtFolder();
    await damage(folder);
    const { keeper, told } = keeperOf(folder, { documents: OLD, modified: 1, fault: notUtf8 });
    const refused = await openOrBuild(keeper).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(IndexUnusableError);
    expect(refused).toMatchObject({ code: 'index-unusable', remedy: notUtf8.remedy, cause: notUtf8 });
    expect(refused).toHaveProperty('index.status', 'damaged');
    expect(String(refused)).toMatch(/vectors\.bin [^]*a\.txt: is not UTF-8/);
    expect(told).toEqual([]);
  });

  it('builds anew for another model, and for the same model of another dimension', async () => {
    const folder = await builtFolder();
    for (const encoder of [
      new HashingEncoder({ model: 'other' }),
      new HashingEncoder({ model: 'other', dimension: 16 }),
    ]) {
      const found = { documents: OLD, modified: 1, encoder };
      expect(await serve(folder, found)).toEqual([['old'], ['build: other-encoder', 'built']]);
      expect(await serve(folder, found)).toEqual([['old'], []]);
    }
  });

  it('never half-uses an index of another model: without the documents it refuses, and names both', async () => {
    const folder = await builtFolder();
    const encoder = new HashingEncoder({ model: 'other', dimension: 16 });
    const { keeper } = keeperOf(folder, { documents: OLD, modified: 1, fault: noFolder, encoder });
    await expect(openOrBuild(keeper)).rejects.toMatchObject({
      code: 'index-unusable',
      message: expect.stringMatching(/encoder hashing, not with other[^]*\/nowhere does not exist/) as string,
    });
    expect(await serve(folder, { documents: OLD, modified: 1 })).toEqual([['old'], []]);
  });

  it('does not hide a fault of the program behind an old index', async () => {
    const folder = await builtFolder();
    const bug = new TypeError('a bug');
    for (const modified of [1, 2]) {
      if (modified === 1) await damage(folder);
      const { keeper } = keeperOf(folder, { documents: OLD, modified, fault: bug });
      await expect(openOrBuild(keeper)).rejects.toBe(bug);
    }
  });

  it('refuses an index that is damaged right after it was built', async () => {
    const folder = await builtFolder();
    const { keeper } = keeperOf(folder, { documents: NEW, modified: 2 });
    const build = async (begin: () => void) => {
      const report = await keeper.build(begin);
      const segments = join(folder, 'index', 'segments');
      for (const segment of await readdir(segments)) await writeFile(join(segments, segment, 'vectors.bin'), '');
      return report;
    };
    await expect(openOrBuild({ ...keeper, build })).rejects.toBeInstanceOf(IndexUnusableError);
  });
});
