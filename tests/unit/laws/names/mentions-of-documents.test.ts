import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../../src/documents/document.js';
import { loadDocuments } from '../../../../src/documents/load-documents.js';
import { joinSlices, spanLength, type Span } from '../../../../src/documents/span.js';
import { splitPassages } from '../../../../src/documents/split-passages.js';
import { loadCatalogue } from '../../../../src/laws/catalogue/catalogue.js';
import { findMentions } from '../../../../src/laws/names/find-mentions.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const catalogue = loadCatalogue(readFileSync(join(ROOT, 'data', 'laws.json'), 'utf8'));

/** One row of tests/data/mentions.json, made by hand by reading every line of the documents. */
interface ExpectedMention {
  readonly document: string;
  /** Line of the file, from 1, where the wording begins. */
  readonly line: number;
  /** Line where it ends, where a page break cuts it. */
  readonly endLine?: number;
  readonly law: string;
  readonly by: 'name' | 'subject';
  /** As it reads once the page break is joined. */
  readonly wording: string;
}

const expected = JSON.parse(
  readFileSync(join(ROOT, 'tests', 'data', 'mentions.json'), 'utf8'),
) as readonly ExpectedMention[];

const row = (document: string, line: number, endLine: number, law: string, by: string, wording: string): string =>
  [document, line === endLine ? line : `${line}-${endLine}`, law, by, wording].join(' | ');

/** The place in the source of one code unit of a text that was joined from spans. */
function sourceOffset(spans: readonly Span[], offset: number): number {
  let before = 0;
  for (const span of spans) {
    if (offset < before + spanLength(span)) return span[0] + offset - before;
    before += spanLength(span);
  }
  throw new RangeError(`${offset} lies outside the text`);
}

/** All mentions in the headings and passages of a document, with their lines. */
function mentionsOf(document: SourceDocument): readonly string[] {
  const headings = document.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ spans }) => ({ spans, text: joinSlices(document.source, spans) }));
  return [...headings, ...splitPassages(document)].flatMap(({ spans, text }) =>
    findMentions(text, catalogue.matcher).map(({ law, by, start, end, wording }) => {
      const [line = 0, endLine = 0] = [start, end - 1].map(
        (offset) => document.source.slice(0, sourceOffset(spans, offset)).split('\n').length,
      );
      return row(document.metadata.id, line, endLine, law, by, wording);
    }),
  );
}

describe('the mentions of laws in the seven documents', () => {
  const wanted = expected.map(({ document, line, endLine, law, by, wording }) =>
    row(document, line, endLine ?? line, law, by, wording),
  );
  let found: readonly string[] = [];

  beforeAll(async () => {
    const { documents } = await loadDocuments(nodeFileSystem, [join(ROOT, 'data', 'documents')]);
    found = documents.flatMap(mentionsOf);
  });

  it('are all found (recall 1.0)', () => {
    expect(missing(wanted, found)).toEqual([]);
  });

  it('are the only ones found (precision 1.0)', () => {
    expect(missing(found, wanted)).toEqual([]);
  });

  it('name laws of the catalogue only', () => {
    expect(expected.filter(({ law }) => catalogue.byId(law) === null)).toEqual([]);
  });
});

/** What stands in `left` more often than in `right`. */
function missing(left: readonly string[], right: readonly string[]): readonly string[] {
  const rest = [...right];
  return left.filter((one) => {
    const place = rest.indexOf(one);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}
