import { describe, expect, it } from 'vitest';
import { plainBlock } from '../../../src/documents/blocks-from-sidecar.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import type { FormReader } from '../../../src/documents/read-document-file.js';
import { textFolder } from '../../support/text-folder.js';

/** Reads what begins with 诗 as a poem: its first line is the title. */
const readPoem: FormReader = (source, file) => {
  if (!source.startsWith('诗')) return null;
  const end = source.indexOf('\n');
  return {
    metadata: { title: source.slice(0, end), author: `author of ${file}` },
    blocks: [plainBlock('heading', 1, [[0, end]]), plainBlock('paragraph', null, [[end + 1, source.length]])],
  };
};

const load = (files: Readonly<Record<string, string>>) =>
  loadDocuments(
    textFolder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`data/${name}`, text]))),
    ['data'],
    readPoem,
  );

describe('a reader for texts of a form of its own', () => {
  it('reads the files that have its form, the others are read as ever', async () => {
    const { documents } = await load({ 'a.md': '诗一\n床前明月光。', 'b.txt': '散文\n\n正文在此。' });
    expect(documents.map(({ metadata: { id, title, author } }) => [id, title, author])).toEqual([
      ['a', '诗一', 'author of a.md'],
      ['b', '散文', null],
    ]);
  });
});

describe('a file of nothing but front matter', () => {
  it.each(['---\ntitle: x\n---', '---\ntitle: x\nother: y\n---\n\n', '---\r\ntitle: x\r\n---\r\n', '---\n---\n'])(
    'is skipped and named: %j',
    async (text) => {
      const { documents, skipped } = await load({ '_index.md': text, 'b.txt': '散文\n\n正文在此。' });
      expect(documents.map(({ metadata }) => metadata.id)).toEqual(['b']);
      expect(skipped).toEqual(['_index.md']);
    },
  );

  it('is told from one with a text behind it', async () => {
    const { documents, skipped } = await load({ 'a.md': '---\ntitle: x\n---\n\n正文在此。\n' });
    expect(documents).toHaveLength(1);
    expect(skipped).toEqual([]);
  });
});
