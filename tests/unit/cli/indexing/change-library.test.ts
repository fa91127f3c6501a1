import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndexReport } from '../../../../src/cli/application.js';
import { addTexts, removeTexts, type LibraryWork } from '../../../../src/cli/indexing/change-library.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

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
function workIn(library: string): { readonly work: LibraryWork; readonly seen: string[][]; readonly told: string[] } {
  const seen: string[][] = [];
  const told: string[] = [];
  const work: LibraryWork = {
    fileSystem: nodeFileSystem,
    folder: library,
    loadCatalogue: () => Promise.resolve(shippedCatalogue()),
    refresh: async () => {
      seen.push(await readdir(library));
      return REPORT;
    },
    reporter: {
      notice: (message) => void told.push(message),
      progress: (stage, done, total) => void told.push(`${stage} ${done}/${total}`),
    },
    signal: new AbortController().signal,
  };
  return { work, seen, told };
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
    expect(await removeTexts({ kind: 'ids', ids: ['a'] }, false, work)).toEqual({ files: ['a.md'], index: REPORT });
    expect(seen).toEqual([['a.md'], []]);
  });

  it('is told step by step, and that the texts are there before the index is brought up to date', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'laws'));
    await writeFile(join(folder, 'laws', 'a.md'), LAW);
    await writeFile(join(folder, 'laws', 'b.jpg'), '');
    const { work, told } = workIn(join(folder, 'library'));
    await addTexts(join(folder, 'laws'), work);
    expect(told).toEqual([
      'Looking at files 1/2',
      'Looking at files 2/2',
      'Copying texts 1/1',
      `Copied into ${join(folder, 'library')}: 1 text.`,
    ]);
  });

  it('that is interrupted before the texts are copied leaves the library as it was', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.md'), LAW);
    const { work, seen } = workIn(join(folder, 'library'));
    const interruption = new AbortController();
    const reporter = { ...work.reporter, progress: () => interruption.abort() };
    const adding = addTexts(join(folder, 'a.md'), { ...work, reporter, signal: interruption.signal });
    await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(folder)).toEqual(['a.md']);
    expect(seen).toEqual([]);
  });

  it('that takes out a folder, or all, says how many texts those are and waits to be confirmed', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'laws'));
    for (const name of ['a.md', 'b.md']) await writeFile(join(folder, 'laws', name), `${LAW}第三条 ${name}。\n`);
    const { work, seen, told } = workIn(join(folder, 'library'));
    await addTexts(join(folder, 'laws'), work);
    for (const removal of [{ kind: 'all' }, { kind: 'folder', folder: 'laws' }] as const)
      await expect(removeTexts(removal, false, work)).rejects.toMatchObject({
        code: 'usage',
        message: `2 texts of ${join(folder, 'library')} would be removed`,
        remedy: expect.stringContaining('--yes') as unknown,
      });
    expect(seen).toHaveLength(1);
    const { files } = await removeTexts({ kind: 'all' }, true, work);
    expect(files).toEqual(['laws/a.md', 'laws/b.md']);
    expect(told.slice(-2)).toEqual(['Removing texts 1/2', 'Removing texts 2/2']);
    expect(await readdir(join(folder, 'library', 'laws'))).toEqual([]);
  });

  it('that fails changes no index', async () => {
    const folder = await temporaryFolder();
    const { work, seen } = workIn(join(folder, 'library'));
    await mkdir(join(folder, 'empty'));
    await expect(addTexts(join(folder, 'empty'), work)).rejects.toMatchObject({ code: 'library' });
    await expect(removeTexts({ kind: 'ids', ids: ['nothing'] }, true, work)).rejects.toMatchObject({ code: 'library' });
    expect(seen).toEqual([]);
  });
});
