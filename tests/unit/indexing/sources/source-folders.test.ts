import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFolders } from '../../../../src/indexing/sources/source-folders.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const DATA = ['/data'];

describe('the folders that documents are read from', () => {
  it('are the data folders alone while the library is missing, empty, or holds hidden files only', async () => {
    const library = join(await temporaryFolder(), 'library');
    expect(await sourceFolders(nodeFileSystem, DATA, library)).toEqual(DATA);
    await mkdir(join(library, 'laws'), { recursive: true });
    expect(await sourceFolders(nodeFileSystem, DATA, library)).toEqual(DATA);
    await writeFile(join(library, '.DS_Store'), '');
    expect(await sourceFolders(nodeFileSystem, DATA, library)).toEqual(DATA);
  });

  it('are these and the library once a file lies there, and each once', async () => {
    const library = await temporaryFolder();
    await writeFile(join(library, 'law.md'), '');
    expect(await sourceFolders(nodeFileSystem, DATA, library)).toEqual([...DATA, library]);
    expect(await sourceFolders(nodeFileSystem, [library], library)).toEqual([library]);
  });
});
