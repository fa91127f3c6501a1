import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { splitPassages } from '../../../src/documents/split-passages.js';
import { checkPassages, lineAt } from '../../support/check-passages.js';
import { fileWithSidecar, plainFile } from '../../support/document-arbitraries.js';
import { textFolder } from '../../support/text-folder.js';

const PLAIN_MARKERS = ['——', '-', '*', '+', '•', '·', '■', '●', '◆'];

const squeezed = (text: string): string => text.replace(/\s+/g, '');

async function read(files: Readonly<Record<string, string>>) {
  const named = Object.fromEntries(Object.entries(files).map(([name, text]) => [`data/${name}`, text]));
  return (await loadDocuments(textFolder(named), ['data'])).documents;
}

describe('any file with a sidecar', () => {
  it('has each character in one passage, or in what is named as none', async () => {
    await fc.assert(
      fc.asyncProperty(fileWithSidecar, async ({ text, sidecar, markers, joins }) => {
        checkPassages(await read({ 'a.txt': text, 'a.yaml': sidecar }), { markers, joins });
      }),
    );
  });

  it('gives the body of each document whole, in its reading order and without its markup', async () => {
    await fc.assert(
      fc.asyncProperty(fileWithSidecar, async ({ text, sidecar, bodies }) => {
        const documents = await read({ 'a.txt': text, 'a.yaml': sidecar });
        const found = documents.map((one) => [
          one.metadata.id,
          squeezed(
            splitPassages(one)
              .map((passage) => passage.text)
              .join(''),
          ),
        ]);
        expect(found).toEqual([...bodies]);
      }),
    );
  });

  it('lets no passage cross a heading, a gap or the end of a document', async () => {
    await fc.assert(
      fc.asyncProperty(fileWithSidecar, async ({ text, sidecar, zones }) => {
        for (const passage of (await read({ 'a.txt': text, 'a.yaml': sidecar })).flatMap(splitPassages)) {
          const crossed = new Set(passage.spans.map(([start]) => zones.get(lineAt(text, start))));
          expect([...crossed], passage.text).toHaveLength(1);
        }
      }),
    );
  });
});

describe('any file without a sidecar', () => {
  it('has each character in one passage, or in its title, a heading or markup', async () => {
    await fc.assert(
      fc.asyncProperty(plainFile, async (text) => {
        const documents = await read({ 'a.txt': text });
        expect(documents).toHaveLength(1);
        // Lines are joined where the reader finds that a sentence goes on: any line with the next that is not blank.
        const lines = (documents[0]?.source ?? '').split(/\r\n|[\n\r]/);
        const written = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
        const joins = written.slice(1).map((line, index): [number, number] => [written[index] ?? 0, line]);
        checkPassages(documents, { markers: PLAIN_MARKERS, joins });
      }),
    );
  });

  it('gives the same passages however often it is read', async () => {
    await fc.assert(
      fc.asyncProperty(plainFile, async (text) => {
        const [one, other] = [await read({ 'a.txt': text }), await read({ 'a.txt': text })];
        expect(one.flatMap(splitPassages)).toEqual(other.flatMap(splitPassages));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the ids of passages when a section before them changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        plainFile,
        fc.array(fc.constantFrom('新的一段。', 'Another sentence. '), { maxLength: 30 }),
        async (text, added) => {
          const body = text.replace(/^\ufeff/, '').replace(/^题目\n/, '');
          const idsOf = async (before: string): Promise<readonly string[]> =>
            (await read({ 'a.txt': `题目\n${before}\n# 后文\n${body}` })).flatMap(splitPassages).map(({ id }) => id);
          const [without, more] = [await idsOf(''), await idsOf(added.join(''))];
          expect(more.slice(more.length - without.length)).toEqual(without);
        },
      ),
    );
  });
});
