import fc from 'fast-check';
import { expect } from 'vitest';
import { loadDocuments } from '../../src/documents/load-documents.js';
import { splitPassages } from '../../src/documents/split-passages.js';
import { checkPassages, lineAt } from './check-passages.js';
import { fileWithSidecar, plainFile } from './document-arbitraries.js';
import { textFolder } from './text-folder.js';

const PLAIN_MARKERS = ['——', '-', '*', '+', '•', '·', '■', '●', '◆'];

const squeezed = (text: string): string => text.replace(/\s+/g, '');

async function read(files: Readonly<Record<string, string>>) {
  const named = Object.fromEntries(Object.entries(files).map(([name, text]) => [`data/${name}`, text]));
  return (await loadDocuments(textFolder(named), ['data'])).documents;
}

/** What holds of the passages of any file, by what it says. `npm test` tries each some times, `test:long` many times. */
export const PASSAGE_PROPERTIES: Readonly<Record<string, fc.IAsyncProperty<unknown>>> = {
  'a file with a sidecar has each character in one passage, or in what is named as none': fc.asyncProperty(
    fileWithSidecar,
    async ({ text, sidecar, markers, joins }) => {
      checkPassages(await read({ 'a.txt': text, 'a.yaml': sidecar }), { markers, joins });
    },
  ),
  'a file with a sidecar gives the body of each document whole, in its reading order and without its markup':
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
  'a file with a sidecar lets no passage cross a heading, a gap or the end of a document': fc.asyncProperty(
    fileWithSidecar,
    async ({ text, sidecar, zones }) => {
      for (const passage of (await read({ 'a.txt': text, 'a.yaml': sidecar })).flatMap(splitPassages)) {
        const crossed = new Set(passage.spans.map(([start]) => zones.get(lineAt(text, start))));
        expect([...crossed], passage.text).toHaveLength(1);
      }
    },
  ),
  'a file without a sidecar has each character in one passage, or in its title, a heading or markup': fc.asyncProperty(
    plainFile,
    async (text) => {
      const documents = await read({ 'a.txt': text });
      expect(documents).toHaveLength(1);
      // Lines are joined where the reader finds that a sentence goes on: any line with the next that is not blank.
      const lines = (documents[0]?.source ?? '').split(/\r\n|[\n\r]/);
      const written = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
      const joins = written.slice(1).map((line, index): [number, number] => [written[index] ?? 0, line]);
      checkPassages(documents, { markers: PLAIN_MARKERS, joins });
    },
  ),
  'a file without a sidecar gives the same passages however often it is read': fc.asyncProperty(
    plainFile,
    async (text) => {
      const [one, other] = [await read({ 'a.txt': text }), await read({ 'a.txt': text })];
      expect(one.flatMap(splitPassages)).toEqual(other.flatMap(splitPassages));
    },
  ),
  'a file without a sidecar keeps the ids of passages when a section before them changes': fc.asyncProperty(
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
};
