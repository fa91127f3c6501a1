import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeFromLibrary, textsMeantBy, type Removal } from '../../../../src/laws/library/remove-from-library.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';
import { FailingFileSystem } from '../../../support/failing-file-system.js';
import { filesIn, LAW, OTHER, partsIn, writeFiles } from '../../../support/library-folder.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('the texts that a removal means', () => {
  const idsIn = async (folder: string, removal: Removal) => textsMeantBy(removal, partsIn(folder));

  it('are the files of the documents with these ids, each once', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'library/a b.md': LAW, 'library/a-b.md': OTHER, 'library/c.md': LAW });
    // printf '%s' library/a-b.md | sha256sum
    expect(await idsIn(folder, { kind: 'ids', ids: ['c', 'a-b-b2460c', 'c'] })).toEqual(['a-b.md', 'c.md']);
  });

  it('are those of a folder, of one in it, or all', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, {
      'library/书/刑法/a.md': LAW,
      'library/书/b.md': OTHER,
      'library/书目.md': LAW,
      'library/c.md': OTHER,
    });
    expect(await idsIn(folder, { kind: 'folder', folder: '书' })).toEqual(['书/b.md', '书/刑法/a.md']);
    expect(await idsIn(folder, { kind: 'folder', folder: '书/刑法/' })).toEqual(['书/刑法/a.md']);
    expect(await idsIn(folder, { kind: 'all' })).toHaveLength(4);
    for (const name of ['', '/', '..', '没有', '书/b.md'])
      await expect(idsIn(folder, { kind: 'folder', folder: name })).rejects.toMatchObject({
        message: `The library has no folder ${name} with texts.`,
        remedy: 'It has 书.',
      });
  });

  it('are none where one id is not there: the nearest are offered', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'library/网络安全法(2016-11-07).md': LAW, 'library/a.md': OTHER });
    await expect(idsIn(folder, { kind: 'ids', ids: ['a', '网络安全法'] })).rejects.toMatchObject({
      message: 'The library holds no text with the id 网络安全法.',
      remedy: 'Did you mean 网络安全法-2016-11-07? `npx yinju sources` lists all ids.',
    });
  });

  it('are none where nothing was added yet', async () => {
    const folder = await temporaryFolder();
    for (const removal of [{ kind: 'ids', ids: ['a'] }, { kind: 'folder', folder: 'a' }, { kind: 'all' }] as const)
      await expect(idsIn(folder, removal)).rejects.toMatchObject({
        code: 'library',
        remedy: expect.stringContaining('`npx yinju add` yet') as unknown,
      });
  });
});

describe('removeFromLibrary', () => {
  it('removes these files and nothing else', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'library/a.md': LAW, 'library/b/c.md': OTHER, 'library/b/d.md': LAW });
    await removeFromLibrary(['a.md', 'b/c.md'], partsIn(folder));
    expect(Object.keys(filesIn(join(folder, 'library')))).toEqual(['b/d.md']);
  });

  it('says at which file the disk failed, and how many are gone already', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'library/a.md': LAW, 'library/b.md': OTHER });
    const fileSystem = new FailingFileSystem(nodeFileSystem, { code: 'EACCES', at: 2, operations: ['remove'] });
    await expect(removeFromLibrary(['a.md', 'b.md'], { ...partsIn(folder), fileSystem })).rejects.toMatchObject({
      code: 'library',
      message: expect.stringMatching(/^b\.md cannot be removed: .* 1 of 2 texts are gone already\.$/) as unknown,
    });
  });
});
