import { describe, expect, it } from 'vitest';
import { DataFolderError } from '../../../src/documents/documents-error.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { failureOf, problemsOf } from '../../support/read-problems.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { textFolder, type TextFolder } from '../../support/text-folder.js';

describe('a data folder', () => {
  it.each([
    { name: 'is missing', files: {}, message: 'The data folder data does not exist.' },
    { name: 'is a file', files: { data: '正文' }, message: 'The data folder data is no folder.' },
    {
      name: 'may not be read',
      files: { data: { fails: 'EACCES' }, 'data/a.txt': '题目' },
      message: 'The data folder data cannot be read (EACCES: data).',
    },
    {
      name: 'holds a folder that may not be read',
      files: { 'data/in': { fails: 'EACCES' }, 'data/in/a.txt': '题目' },
      message: 'The data folder data/in cannot be read (EACCES: data/in).',
    },
    {
      name: 'holds files of other kinds only',
      files: { 'data/a.pdf': '%PDF', 'data/.hidden.txt': '题目' },
      message: 'The data folder data holds no .txt or .md file.',
    },
  ] satisfies readonly { name: string; files: TextFolder; message: string }[])(
    'that $name is told with what to do',
    async ({ files, message }) => {
      const failure = await failureOf(files);
      expect(failure).toBeInstanceOf(DataFolderError);
      expect(failure).toMatchObject({
        message,
        code: 'bad-data-folder',
        remedy: expect.stringContaining('--data') as string,
      });
    },
  );

  it('that is empty on the disk is told in the same way', async () => {
    const folder = await temporaryFolder();
    await expect(loadDocuments(nodeFileSystem, [folder])).rejects.toThrow(
      `The data folder ${folder} holds no .txt or .md file.`,
    );
  });

  it('names the files that no reader is there for', async () => {
    const files = { 'data/a.txt': '题目\n正文。', 'data/b.pdf': '%PDF', 'data/.git': 'x', 'data/c/d.docx': 'x' };
    expect((await loadDocuments(textFolder(files), ['data'])).skipped).toEqual(['b.pdf', 'c/d.docx']);
  });
});

describe('a text file', () => {
  it.each([
    // 网络 in GB18030
    [
      'in GB18030',
      Uint8Array.of(0xcd, 0xf8, 0xc2, 0xe7),
      'is not UTF-8: convert it, for example with iconv -f GB18030 -t UTF-8',
    ],
    [
      'with one wrong byte',
      Uint8Array.of(0x61, 0x80, 0x62),
      'is not UTF-8: convert it, for example with iconv -f GB18030 -t UTF-8',
    ],
    ['in UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x51, 0x7f), 'is UTF-16, not UTF-8: save it as UTF-8'],
    ['in UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0x7f, 0x51), 'is UTF-16, not UTF-8: save it as UTF-8'],
    ['of bytes', Uint8Array.of(0x50, 0x4b, 0x03, 0x00), 'is binary, not text (a zero byte at offset 3)'],
    ['of no bytes', Uint8Array.of(), 'is empty'],
    ['of white space', ' \n\t\n', 'is empty'],
    ['of a byte-order mark', '\ufeff', 'is empty'],
    ['that the disk does not give', { fails: 'EIO' }, 'cannot be read (EIO: data/a.txt)'],
  ] as const)('%s is refused', async (_, content, message) => {
    expect(await problemsOf({ 'data/a.txt': content })).toEqual([{ file: 'a.txt', line: null, message }]);
  });

  it('without a name that could be its id is refused', async () => {
    expect(await problemsOf({ 'data/！.txt': '题目\n正文。' })).toEqual([
      { file: '！.txt', line: null, message: 'has a name without a letter or digit, which would be its id' },
    ]);
  });

  it('that is bad does not hide the problems of the others', async () => {
    const failure = await failureOf({ 'data/a.txt': '', 'data/b.txt': Uint8Array.of(0), 'data/c.txt': '题目' });
    expect(failure).toMatchObject({
      code: 'bad-documents',
      message:
        '2 documents or lines cannot be read:\n  a.txt: is empty\n  b.txt: is binary, not text (a zero byte at offset 0)',
      remedy: expect.stringMatching(/^Mend/) as string,
    });
  });

  it('with a byte-order mark is read without it, and both checksums tell the difference', async () => {
    const { documents } = await loadDocuments(textFolder({ 'data/a.txt': '\ufeff题目', 'data/b.txt': '题目' }), [
      'data',
    ]);
    const [marked, plain] = documents.map(({ metadata }) => metadata);
    expect(documents[0]?.source).toBe('题目');
    expect(marked?.sha256).toBe(plain?.sha256);
    expect(marked?.bytesSha256).not.toBe(plain?.bytesSha256);
    expect(plain?.bytesSha256).toBe(plain?.sha256);
  });
});
