import { describe, expect, it } from 'vitest';
import { DataFolderError, DocumentsError } from '../../../src/documents/documents-error.js';
import type { OpenedIndex } from '../../../src/indexing/open-index.js';
import { IndexUnusableError, openOrBuild, type IndexKeeper } from '../../../src/indexing/open-or-build.js';

const missing: OpenedIndex = { status: 'missing', folder: 'index' };
const damaged: OpenedIndex = { status: 'damaged', folder: 'index', file: 'vectors.bin', reason: 'was cut short' };
const noFolder = new DataFolderError('/nowhere', 'does not exist');

/** A keeper whose index is as told and whose build fails as told; it notes what it is told. */
function failing(opened: OpenedIndex, fault: Error): { readonly keeper: IndexKeeper; readonly told: string[] } {
  const told: string[] = [];
  const keeper: IndexKeeper = {
    open: () => Promise.resolve(opened),
    build: () => Promise.reject(fault),
    onBuild: ({ status }) => void told.push(`build: ${status}`),
    onBuilt: () => void told.push('built'),
    onServingStale: () => void told.push('stale'),
  };
  return { keeper, told };
}

describe('openOrBuild', () => {
  it('says why it builds before it builds, and fails as the build did where there was nothing', async () => {
    const { keeper, told } = failing(missing, noFolder);
    await expect(openOrBuild(keeper)).rejects.toBe(noFolder);
    expect(told).toEqual(['build: missing']);
  });

  it('refuses an index that cannot be used nor built again, with both reasons and the remedy of the second', async () => {
    const fault = new DocumentsError([{ file: 'a.txt', line: null, message: 'is not UTF-8' }]);
    const refused = await openOrBuild(failing(damaged, fault).keeper).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(IndexUnusableError);
    expect(refused).toMatchObject({ code: 'index-unusable', index: damaged, remedy: fault.remedy, cause: fault });
    expect(String(refused)).toMatch(/vectors\.bin was cut short[^]*a\.txt: is not UTF-8/);
  });

  it('does not hide a fault of the program behind an old index', async () => {
    const bug = new TypeError('a bug');
    await expect(openOrBuild(failing(damaged, bug).keeper)).rejects.toBe(bug);
  });
});
