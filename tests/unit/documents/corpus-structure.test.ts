import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/documents/document.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { lineAt } from '../../support/check-passages.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const STRUCTURE = join(ROOT, '..', 'shared', 'corpus', 'structure.json');

describe.skipIf(!existsSync(STRUCTURE))('the description of the corpus', () => {
  let documents: readonly SourceDocument[];
  beforeAll(async () => {
    ({ documents } = await loadDocuments(nodeFileSystem, [join(ROOT, 'data', 'documents')]));
  });

  interface Described {
    readonly id: string;
    readonly file: string;
    readonly title: { readonly text: string };
    readonly joins: readonly (readonly [number, number])[];
  }
  const described = (): readonly Described[] =>
    (JSON.parse(readFileSync(STRUCTURE, 'utf8')) as { readonly documents: readonly Described[] }).documents;

  it('names the same documents', () => {
    expect(documents.map(({ metadata }) => [metadata.id, metadata.file, metadata.title])).toEqual(
      described().map(({ id, file, title }) => [id, file, title.text]),
    );
  });

  it('finds each of its joins within one block, with nothing between the two lines', () => {
    const joins = described().flatMap(({ id, joins: own }) => own.map(([from, to]) => ({ id, from, to })));
    expect(joins.length).toBeGreaterThan(0);
    for (const { id, from, to } of joins) {
      const { source, blocks } = documents.find(({ metadata }) => metadata.id === id) ?? { source: '', blocks: [] };
      const lines = source.split('\n').map((line) => line.trim());
      const seam = `${(lines[from - 1] ?? '').slice(-6)}${(lines[to - 1] ?? '').slice(0, 6)}`;
      const ofLine = blocks.filter(({ spans }) => spans.some(([start]) => lineAt(source, start) === from));
      const texts = ofLine.map(({ spans }) => spans.map(([start, end]) => source.slice(start, end)).join(''));
      expect(texts.at(-1), `${id} ${from} ${to}`).toContain(seam);
    }
  });
});
