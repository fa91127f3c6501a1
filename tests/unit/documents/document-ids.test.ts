import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctIds, documentId } from '../../../src/documents/document-ids.js';
import { DocumentsError } from '../../../src/documents/documents-error.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { textFolder, type TextFolder } from '../../support/text-folder.js';

// What `printf '%s' PATH | sha256sum` begins with.
const HASH = { 'data/a b.txt': 'b1f3ad', 'data/a-b.md': 'd5166f', 'x/a.txt': '293c5c', 'y/a.txt': '519fdf' } as const;

/** Id and path of every document of the folders. */
async function idsIn(files: TextFolder, folders: readonly string[] = ['data']): Promise<Record<string, string>> {
  const { documents } = await loadDocuments(textFolder(files), folders);
  return Object.fromEntries(documents.map(({ metadata: { id, file } }) => [id, file]));
}

const TEXT = '题目\n正文。';
const sidecarOf = (id: string): string =>
  JSON.stringify({ documents: [{ id, title: { text: '题目', lines: [1] }, order: [[2, 2]] }] });

describe('documentId', () => {
  it.each([
    ['a.txt', 'a'],
    ['Laws/Data Law (2021).md', 'laws-data-law-2021'],
    ['网络安全法(2016-11-07).md', '网络安全法-2016-11-07'],
    ['v1.2.txt', 'v1.2'],
    ['-a-.txt', 'a'],
    ['！.txt', ''],
  ])('makes of %s the id %j', (file, id) => {
    expect(documentId(file)).toBe(id);
  });
});

describe('ids of files without a sidecar', () => {
  it('carry digits of a hash of the path where names differ in spaces and marks alone', async () => {
    const files = { 'data/a b.txt': '题目', 'data/a-b.md': '题目', 'data/c.txt': '题目' };
    expect(await idsIn(files)).toEqual({
      [`a-b-${HASH['data/a b.txt']}`]: 'a b.txt',
      [`a-b-${HASH['data/a-b.md']}`]: 'a-b.md',
      c: 'c.txt',
    });
  });

  it('are told apart where two data folders have a file of the same name', async () => {
    const files = { 'x/a.txt': '题目', 'y/a.txt': '题目' };
    const expected = { [`a-${HASH['x/a.txt']}`]: 'a.txt', [`a-${HASH['y/a.txt']}`]: 'a.txt' };
    expect(await idsIn(files, ['x', 'y'])).toEqual(expected);
    expect(await idsIn(files, ['y', 'x'])).toEqual(expected);
  });

  it('give way to the id that a sidecar gives', async () => {
    const files = { 'data/a b.txt': '题目', 'data/c.txt': TEXT, 'data/c.yaml': sidecarOf('a-b') };
    expect(await idsIn(files)).toEqual({ [`a-b-${HASH['data/a b.txt']}`]: 'a b.txt', 'a-b': 'c.txt' });
  });

  it('depend on no order, and no two are the same', () => {
    const path = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '（'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (names) => {
        const files = names.map((name) => ({ folder: 'data', file: `${name}.txt` }));
        const ids = distinctIds(files);
        expect(distinctIds([...files].reverse())).toEqual([...ids].reverse());
        expect(new Set(ids).size).toBe(files.length);
      }),
    );
  });
});

describe('ids that sidecars give', () => {
  it('are refused where two are the same: one of them was meant otherwise', async () => {
    const files = {
      'data/a.txt': TEXT,
      'data/a.yaml': sidecarOf('same'),
      'data/b.txt': TEXT,
      'data/b.yaml': sidecarOf('same'),
    };
    const failure = await idsIn(files).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(DocumentsError);
    expect(failure).toMatchObject({
      problems: [{ file: 'b.txt', line: null, message: 'has the document id same, which a.txt has too' }],
    });
  });
});
