import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stampFolders } from '../../../../src/indexing/sources/source-stamps.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('stampFolders', () => {
  it('stamps every file of folders and the folders below, in order', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'one', 'deep'), { recursive: true });
    await mkdir(join(folder, 'two'));
    for (const [file, text] of [
      ['two/z.txt', '12'],
      ['one/b.txt', '123'],
      ['one/deep/a.txt', ''],
    ] as const) {
      await writeFile(join(folder, file), text);
      await utimes(join(folder, file), 5, 7);
    }
    const stamps = await stampFolders(nodeFileSystem, [join(folder, 'two'), join(folder, 'one'), join(folder, 'none')]);
    expect(stamps).toEqual([
      { path: join(folder, 'two', 'z.txt'), size: 2, modified: 7000 },
      { path: join(folder, 'one', 'b.txt'), size: 3, modified: 7000 },
      { path: join(folder, 'one', 'deep', 'a.txt'), size: 0, modified: 7000 },
    ]);
  });

  it('comes to an end where a link leads back', async () => {
    const folder = await temporaryFolder();
    await symlink(folder, join(folder, 'loop'));
    await writeFile(join(folder, 'file'), 'x');
    expect((await stampFolders(nodeFileSystem, [folder])).length).toBeLessThan(100);
  });

  it('stamps a folder that cannot be listed itself: it is not the same as an empty one', async () => {
    const loop = join(await temporaryFolder(), 'loop');
    await symlink(loop, loop);
    expect(await stampFolders(nodeFileSystem, [loop])).toEqual([{ path: loop, size: 0, modified: 0 }]);
  });
});
