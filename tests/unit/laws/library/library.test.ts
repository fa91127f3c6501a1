import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addToLibrary, type LibraryProgress } from '../../../../src/laws/library/library.js';
import { LibraryError } from '../../../../src/laws/library/library-error.js';
import type { FileSystem } from '../../../../src/shared/file-system.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';
import { FailingFileSystem, WRITING_OPERATIONS } from '../../../support/failing-file-system.js';
import { filesIn, LAW, OTHER, partsIn, writeFiles } from '../../../support/library-folder.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('addToLibrary', () => {
  it('copies a file as it is and says what it is', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { '网络安全法(2016-11-07).md': LAW });
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
    writeFiles(folder, {
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
    writeFiles(folder, { 'a.md': LAW, 'b.md': LAW });
    await addToLibrary(partsIn(folder), join(folder, 'a.md'));
    const again = await addToLibrary(partsIn(folder), join(folder, 'b.md'));
    expect(again).toEqual({ added: [], present: [{ file: 'b.md', as: 'a.md' }], refused: [] });
    expect(Object.keys(filesIn(join(folder, 'library')))).toEqual(['a.md']);
  });

  it('does not put a text in the place of another', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'a.md': LAW, 'new/a.md': OTHER });
    await addToLibrary(partsIn(folder), join(folder, 'a.md'));
    await expect(addToLibrary(partsIn(folder), join(folder, 'new', 'a.md'))).rejects.toThrow(
      'a.md cannot be added: it has the name of another text of the library; remove a first.',
    );
    expect(filesIn(join(folder, 'library'))).toEqual({ 'a.md': LAW });
  });

  it('reports doubled, disordered and missing articles and keeps them', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'a.md': LAW.replace('第二条 乙。', '第五条 乙。\n\n第五条 丙。\n\n第三条 丁。') });
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
    writeFiles(folder, files);
    const adding = addToLibrary(partsIn(folder), join(folder, 'x.md'));
    await expect(adding).rejects.toThrow(message);
    await expect(adding).rejects.toBeInstanceOf(LibraryError);
    expect(readdirSync(folder)).not.toContain('library');
  });

  it('names a file of 50 MB with its size, without reading it, and adds those beside it', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'book/a.md': LAW, 'book/c.md': OTHER });
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
    writeFiles(folder, { 'book/a.md': LAW, 'book/b.md': OTHER, 'book/c.jpg': '' });
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
    writeFiles(folder, { 'book/a.md': LAW, 'book/b.md': OTHER });
    const reason = new Error('no longer wanted');
    const controller = new AbortController();
    const parts = { ...partsIn(folder), signal: controller.signal, onProgress: () => controller.abort(reason) };
    await expect(addToLibrary(parts, join(folder, 'book'))).rejects.toBe(reason);
    expect(readdirSync(folder)).toEqual(['book']);
  });

  it('never leaves half a text, whichever call of the disk fails', async () => {
    const folder = await temporaryFolder();
    writeFiles(folder, { 'book/a.md': LAW, 'book/b.md': OTHER });
    const count = new FailingFileSystem(nodeFileSystem, null, WRITING_OPERATIONS);
    await addToLibrary(
      { ...partsIn(folder), folder: join(folder, 'counted'), fileSystem: count },
      join(folder, 'book'),
    );
    expect(count.calls).toBeGreaterThan(5);
    for (let at = 1; at <= count.calls; at += 1) {
      const library = join(folder, `library-${at}`);
      const fault = { code: 'ENOSPC' as const, at, operations: WRITING_OPERATIONS, cut: true };
      const parts = { ...partsIn(folder), fileSystem: new FailingFileSystem(nodeFileSystem, fault), folder: library };
      await addToLibrary(parts, join(folder, 'book')).catch((cause: unknown) => {
        expect(cause).toBeInstanceOf(LibraryError);
      });
      await addToLibrary({ ...parts, fileSystem: nodeFileSystem }, join(folder, 'book'));
      expect(filesIn(library)).toEqual({ 'book/a.md': LAW, 'book/b.md': OTHER });
    }
  });
});
