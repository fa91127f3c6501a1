import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/indexing/build-index.js';
import { readIndexState } from '../../../src/indexing/index-state.js';
import type { FileStamp } from '../../../src/indexing/sources/source-stamps.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { buildRequest, documentOf } from '../../support/index-fixture.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const STAMPS: readonly FileStamp[] = [{ path: '/documents/a.txt', size: 3, modified: 7 }];
const TOUCHED: readonly FileStamp[] = [{ path: '/documents/a.txt', size: 3, modified: 8 }];

async function build(folder: string, lines: readonly string[], sources = STAMPS): Promise<string> {
  return (await buildIndex(buildRequest(folder, [documentOf('a', lines)], { sources }))).generation;
}

describe('readIndexState', () => {
  const look = (folder: string, sources = STAMPS) => readIndexState(nodeFileSystem, join(folder, 'index'), sources);

  it('names the current generation, fresh where the documents are those it was made from', async () => {
    const folder = await temporaryFolder();
    const generation = await build(folder, ['one']);
    expect(await look(folder)).toMatchObject({ generation, fresh: true });
    expect(await look(folder, TOUCHED)).toMatchObject({ generation, fresh: false });
    expect(await look(folder, [])).toMatchObject({ generation, fresh: false });
  });

  it('has one fingerprint while nothing changes, and others for other documents and another generation', async () => {
    const folder = await temporaryFolder();
    await build(folder, ['one']);
    const [first, again, touched] = [await look(folder), await look(folder), await look(folder, TOUCHED)];
    await build(folder, ['two']);
    const rebuilt = await look(folder);
    expect(again).toEqual(first);
    expect(new Set([first, touched, rebuilt].map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('knows no generation where there is no index, or its pointer is damaged', async () => {
    const folder = await temporaryFolder();
    expect(await look(folder)).toMatchObject({ generation: null, fresh: false });
    await build(folder, ['one']);
    await writeFile(join(folder, 'index', 'CURRENT'), 'nonsense');
    expect(await look(folder)).toMatchObject({ generation: null, fresh: false });
  });
});
