import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../src/shared/atomic-write.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { FailingFileSystem } from '../../support/failing-file-system.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const bytes = new TextEncoder().encode('the new text');

describe('writeFileAtomically', () => {
  it('writes a temporary file beside, renames it and flushes the folder: three calls', async () => {
    const folder = await temporaryFolder();
    const fileSystem = new FailingFileSystem(nodeFileSystem, null);
    await writeFileAtomically(fileSystem, join(folder, 'file'), bytes);
    expect(fileSystem.calls).toBe(3);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('the new text');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it.each([
    [1, 'the old text'],
    [2, 'the old text'],
    [3, 'the new text'],
  ])('failing at call %i leaves a whole file and no temporary one', async (at, expected) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), 'the old text');
    const fileSystem = new FailingFileSystem(nodeFileSystem, { code: 'ENOSPC', at, cut: true });
    await expect(writeFileAtomically(fileSystem, join(folder, 'file'), bytes)).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe(expected);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('tells the first error where the temporary file cannot be removed either', async () => {
    const folder = await temporaryFolder();
    const fault = { code: 'EROFS', at: 1, lasting: true } as const;
    const writing = writeFileAtomically(new FailingFileSystem(nodeFileSystem, fault), join(folder, 'file'), bytes);
    await expect(writing).rejects.toThrow('EROFS: made to fail, writeFile');
  });
});
