import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addToLibrary, type LibraryParts } from '../../../src/laws/library.js';
import { removeFromLibrary } from '../../../src/laws/remove-from-library.js';
import { LibraryError } from '../../../src/laws/library-error.js';
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

describe('removeFromLibrary', () => {
  it('removes the file of a document and nothing else', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'library/a b.md': LAW, 'library/a-b.md': OTHER, 'library/c.md': LAW });
    // printf '%s' library/a-b.md | sha256sum
    expect(await removeFromLibrary(partsIn(folder), 'a-b-b2460c')).toBe('a-b.md');
    expect(Object.keys(filesIn(join(folder, 'library')))).toEqual(['a b.md', 'c.md']);
  });

  it('offers the nearest ids for one that is not there', async () => {
    const folder = await temporaryFolder();
    write(folder, { 'library/网络安全法(2016-11-07).md': LAW });
    await expect(removeFromLibrary(partsIn(folder), '网络安全法')).rejects.toMatchObject({
      message: 'The library holds no text with the id 网络安全法.',
      remedy: 'Did you mean 网络安全法-2016-11-07? `npx yinju sources` lists all ids.',
    });
  });

  it('says so where nothing was added yet', async () => {
    const folder = await temporaryFolder();
    await expect(removeFromLibrary(partsIn(folder), 'a')).rejects.toMatchObject({
      remedy: 'Nothing was added with `npx yinju add` yet.',
    });
  });
});
