import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndexReport } from '../../../src/cli/application.js';
import { addTexts, removeText, type LibraryWork } from '../../../src/cli/change-library.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const LAW = '# 中华人民共和国网络安全法\n\n2016年11月7日 通过\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 乙。\n';
const REPORT: IndexReport = {
  generation: '000001',
  changed: true,
  documents: 1,
  passages: 2,
  encoded: 2,
  reused: 0,
  removed: [],
  milliseconds: 1,
};

/** A library below a folder; refreshing notes the files that it then finds there. */
function workIn(library: string | null): { readonly work: LibraryWork; readonly seen: string[][] } {
  const seen: string[][] = [];
  const work: LibraryWork = {
    fileSystem: nodeFileSystem,
    folder: library,
    loadCatalogue: () => Promise.resolve(shippedCatalogue()),
    refresh: async () => {
      seen.push(library === null ? [] : await readdir(library));
      return REPORT;
    },
  };
  return { work, seen };
}

describe('a change of the library', () => {
  it('is followed by a refresh, which finds it done', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a.md');
    await writeFile(path, LAW);
    const { work, seen } = workIn(join(folder, 'library'));
    const { texts, index } = await addTexts(path, work);
    expect(texts.added.map(({ id }) => id)).toEqual(['a']);
    expect(index).toBe(REPORT);
    expect(await removeText('a', work)).toEqual({ file: 'a.md', index: REPORT });
    expect(seen).toEqual([['a.md'], []]);
  });

  it('that fails changes no index', async () => {
    const folder = await temporaryFolder();
    const { work, seen } = workIn(join(folder, 'library'));
    await mkdir(join(folder, 'empty'));
    await expect(addTexts(join(folder, 'empty'), work)).rejects.toMatchObject({ code: 'library' });
    await expect(removeText('nothing', work)).rejects.toMatchObject({ code: 'library' });
    expect(seen).toEqual([]);
  });

  it('is refused where there is no library, with what to do instead', async () => {
    const { work, seen } = workIn(null);
    for (const change of [addTexts('a.md', work), removeText('a', work)])
      await expect(change).rejects.toMatchObject({
        code: 'usage',
        remedy: expect.stringContaining('npx yinju index') as string,
      });
    expect(seen).toEqual([]);
  });
});
