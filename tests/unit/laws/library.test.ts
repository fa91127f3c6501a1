import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addToLibrary, type LibraryParts, type LibraryProgress } from '../../../src/laws/library.js';
import { removeFromLibrary, textsMeantBy, type Removal } from '../../../src/laws/remove-from-library.js';
import { LibraryError } from '../../../src/laws/library-error.js';
import type { FileSystem } from '../../../src/shared/file-system.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { FailingFileSystem, WRITING_OPERATIONS } from '../../support/failing-file-system.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const catalogue = shippedCatalogue();
const LAW = '# 中华人民共和国网络安全法\n\n2016年11月7日 通过\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 乙。\n';
const OTHER = LAW.replace('乙', '丙');

/** Writes files below a folder. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const partsIn = (folder: string): LibraryParts => ({
  fileSystem: nodeFileSystem,
  folder: join(folder, 'library'),
  catalogue,
});

/** Files below a folder with their texts. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}

describe('addToLibrary', () => {
  it('copies a file as it is and says what it is', async () => {
    const folder = await temporaryFolder();
    write(folder, { '网络安全法(2016-11-07).md': LAW });
    const added = await addToLibrary(partsIn(folder), join(folder, '网络安全法(2016-11-07).md'));
    expect(added).toEqual({
      added: [
        {
          file: '网络安全法(2016-11-07).md',
          id: '网络安全法-2016-11-07',
          title: '中华人民共和国网络安全法',
          law: { id: 'cybersecurity-law', name: '中华人民共和国网络安全法', version: '2016-11-07', inForce: null },
          articles: 2,
          problems: [],
        },
      ],
      present: [],
      refused: [],
    });
    expect(filesIn(join(folder, 'library'))).toEqual({ '网络安全法(2016-11-07).md': LAW });
    expect(readdirSync(folder)).not.toContain('library.adding');
  });

  it('copies the laws of a folder under its name, and names the files that it leaves', async () => {
    const folder = await temporaryFolder();
    write(folder, {
      'book/行政法/甲法.md': LAW,
      'book/乙法.txt': OTHER,
      'book/_index.md': '---\ntitle: x\n---\n',
      'book/新闻.txt': '一条新闻\n\n今天天气很好。\n',
      'book/photo.jpg': 'no text',
    });
    const { added, refused } = await addToLibrary(partsIn(folder), join(folder, 'book'));
    expect(added.map(({ file, id }) => [file, id])).toEqual([
      ['book/乙法.txt', 'book-乙法'],
      ['book/行政法/甲法.md', 'book-行政法-甲法'],
    ]);
    const noLaw = 'is no text of a law: no title of one, and no articles';
    expect(refused).toEqual([
      { file: '_index.md', reason: noLaw },
      { file: 'photo.jpg', reason: 'is no .txt or .md file' },
      { file: '新闻.txt', reason: noLaw },
    ]);
    expect(Object.keys(filesIn(join(folder, 'library')))).toEqual(['book/乙法.txt', 'book/行政法/甲法.md']);
  });

  it('does not add a text twice, under whatever name', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'a.md': LAW, 'b.md': LAW });
    await addToLibrary(partsIn(folder), join(folder, 'a.md'));
    const again = await addToLibrary(partsIn(folder), join(folder, 'b.md'));
    expect(again).toEqual({ added: [], present: [{ file: 'b.md', as: 'a.md' }], refused: [] });
    expect(Object.keys(filesIn(join(folder, 'library')))).toEqual(['a.md']);
  });

  it('does not put a text in the place of another', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'a.md': LAW, 'new/a.md': OTHER });
    await addToLibrary(partsIn(folder), join(folder, 'a.md'));
    await expect(addToLibrary(partsIn(folder), join(folder, 'new', 'a.md'))).rejects.toThrow(
      'a.md cannot be added: it has the name of another text of the library; remove a first.',
    );
    expect(filesIn(join(folder, 'library'))).toEqual({ 'a.md': LAW });
  });

  it('reports doubled, disordered and missing articles and keeps them', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'a.md': LAW.replace('第二条 乙。', '第五条 乙。\n\n第五条 丙。\n\n第三条 丁。') });
    const { added } = await addToLibrary(partsIn(folder), join(folder, 'a.md'));
    expect(added[0]?.problems).toEqual([
      { kind: 'doubled', article: '5' },
      { kind: 'disordered', article: '3' },
      { kind: 'missing', article: '2' },
      { kind: 'missing', article: '4' },
    ]);
  });

  it.each([
    ['nothing', {}, 'There is nothing at'],
    ['no law', { 'x.md': '一条新闻\n\n今天天气很好。\n' }, 'x.md cannot be added: it is no text of a law'],
    ['no text', { 'x.md': 'a\0b' }, 'x.md cannot be added: it is binary, not text (a zero byte at offset 1)'],
    [
      'a huge file',
      { 'x.md': LAW + ' '.repeat(33 * 1024 * 1024) },
      'x.md cannot be added: it is 34 MB large: no law is',
    ],
  ])('refuses %s', async (_, files, message) => {
    const folder = await temporaryFolder();
    write(folder, files);
    const adding = addToLibrary(partsIn(folder), join(folder, 'x.md'));
    await expect(adding).rejects.toThrow(message);
    await expect(adding).rejects.toBeInstanceOf(LibraryError);
    expect(readdirSync(folder)).not.toContain('library');
  });

  it('names a file of 50 MB with its size, without reading it, and adds those beside it', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'book/a.md': LAW, 'book/c.md': OTHER });
    // Sparse: 50 MB that take no room on the disk.
    writeFileSync(join(folder, 'book', 'b.md'), '');
    truncateSync(join(folder, 'book', 'b.md'), 50 * 1024 * 1024);
    const read: string[] = [];
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      readFile: (path) => {
        read.push(basename(path));
        return nodeFileSystem.readFile(path);
      },
    };
    const { added, refused } = await addToLibrary({ ...partsIn(folder), fileSystem }, join(folder, 'book'));
    expect(refused).toEqual([{ file: 'b.md', reason: 'is 50 MB large: no law is' }]);
    expect(added.map(({ file }) => file)).toEqual(['book/a.md', 'book/c.md']);
    expect(filesIn(join(folder, 'library'))).toEqual({ 'book/a.md': LAW, 'book/c.md': OTHER });
    expect(read).toEqual(['a.md', 'c.md']);
  });

  it('tells how far it is, file by file, and then text by text', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'book/a.md': LAW, 'book/b.md': OTHER, 'book/c.jpg': '' });
    const told: LibraryProgress[] = [];
    await addToLibrary({ ...partsIn(folder), onProgress: (progress) => told.push(progress) }, join(folder, 'book'));
    expect(told).toEqual([
      { phase: 'read', done: 1, total: 3 },
      { phase: 'read', done: 2, total: 3 },
      { phase: 'read', done: 3, total: 3 },
      { phase: 'copy', done: 1, total: 2 },
      { phase: 'copy', done: 2, total: 2 },
    ]);
  });

  it('leaves the library as it was where the signal is aborted while files are read', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'book/a.md': LAW, 'book/b.md': OTHER });
    const reason = new Error('no longer wanted');
    const controller = new AbortController();
    const parts = { ...partsIn(folder), signal: controller.signal, onProgress: () => controller.abort(reason) };
    await expect(addToLibrary(parts, join(folder, 'book'))).rejects.toBe(reason);
    expect(readdirSync(folder)).toEqual(['book']);
  });

  it('never leaves half a text, whichever call of the disk fails', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'book/a.md': LAW, 'book/b.md': OTHER });
    const count = new FailingFileSystem(nodeFileSystem, null, WRITING_OPERATIONS);
    await addToLibrary(
      { ...partsIn(folder), folder: join(folder, 'counted'), fileSystem: count },
      join(folder, 'book'),
    );
    expect(count.calls).toBeGreaterThan(5);
    for (let at = 1; at <= count.calls; at += 1) {
      const library = join(folder, `library-${at}`);
      const fault = { code: 'ENOSPC' as const, at, operations: WRITING_OPERATIONS, cut: true };
      const parts = { fileSystem: new FailingFileSystem(nodeFileSystem, fault), folder: library, catalogue };
      await addToLibrary(parts, join(folder, 'book')).catch((cause: unknown) => {
        expect(cause).toBeInstanceOf(LibraryError);
      });
      await addToLibrary({ ...parts, fileSystem: nodeFileSystem }, join(folder, 'book'));
      expect(filesIn(library)).toEqual({ 'book/a.md': LAW, 'book/b.md': OTHER });
    }
  });
});

describe('the texts that a removal means', () => {
  const idsIn = async (folder: string, removal: Removal) => textsMeantBy(removal, partsIn(folder));

  it('are the files of the documents with these ids, each once', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'library/a b.md': LAW, 'library/a-b.md': OTHER, 'library/c.md': LAW });
    // printf '%s' library/a-b.md | sha256sum
    expect(await idsIn(folder, { kind: 'ids', ids: ['c', 'a-b-b2460c', 'c'] })).toEqual(['a-b.md', 'c.md']);
  });

  it('are those of a folder, of one in it, or all', async () => {
    const folder = await temporaryFolder();
    write(folder, {
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
    write(folder, { 'library/网络安全法(2016-11-07).md': LAW, 'library/a.md': OTHER });
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
    write(folder, { 'library/a.md': LAW, 'library/b/c.md': OTHER, 'library/b/d.md': LAW });
    await removeFromLibrary(['a.md', 'b/c.md'], partsIn(folder));
    expect(Object.keys(filesIn(join(folder, 'library')))).toEqual(['b/d.md']);
  });

  it('says at which file the disk failed, and how many are gone already', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'library/a.md': LAW, 'library/b.md': OTHER });
    const fileSystem = new FailingFileSystem(nodeFileSystem, { code: 'EACCES', at: 2, operations: ['remove'] });
    await expect(removeFromLibrary(['a.md', 'b.md'], { ...partsIn(folder), fileSystem })).rejects.toMatchObject({
      code: 'library',
      message: expect.stringMatching(/^b\.md cannot be removed: .* 1 of 2 texts are gone already\.$/) as unknown,
    });
  });
});
