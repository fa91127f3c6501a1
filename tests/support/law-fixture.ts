import type { SourceDocument } from '../../src/documents/document.js';
import { readLaw } from './law-texts.js';

/**
 * A text of a law of a test.
 * @param note the dated notes under its title, with blank lines between them
 * @param body its headings and articles, a line each
 */
export function lawTextOf(id: string, title: string, note: string, body: readonly string[]): SourceDocument {
  const read = readLaw(`# ${title}\n\n${note}\n\n<!-- INFO END -->\n\n${body.map((line) => `${line}\n\n`).join('')}`);
  if (read === null) throw new Error('This is no text of a law.');
  return { ...read, metadata: { ...read.metadata, id, file: `${id}.md` } };
}
