import type { SourceDocument } from '../../src/documents/document.js';
import type { Passage } from '../../src/documents/passage.js';
import { sha256 } from '../../src/shared/sha256.js';
import { readLawText } from '../../src/laws/texts/read-law-text.js';
import { splitDocument } from '../../src/laws/texts/split-articles.js';
import { shippedCatalogue } from './shipped-catalogue.js';

const catalogue = shippedCatalogue();

/** A text read as the loader does, or null where it is no text of a law. */
export function readLaw(source: string, file = '测试规则.md'): SourceDocument | null {
  const form = readLawText(source, file, catalogue);
  if (form === null) return null;
  const unknown = { kind: null, author: null, agency: null, publisher: null, date: null, inferred: [], url: null };
  const checksums = { sha256: sha256(source), bytesSha256: sha256(source) };
  const metadata = { id: 'd', scope: 'global' as const, ...unknown, ...checksums, file, ...form.metadata };
  return { metadata, source, blocks: form.blocks };
}

/** The passages of a text that is the text of a law. */
export function passagesOfLaw(source: string, file?: string): readonly Passage[] {
  const document = readLaw(source, file);
  if (document === null) throw new Error('This is no text of a law.');
  return splitDocument(document);
}
