import { READER_VERSION } from '../documents/reader-version.js';
import { SPLITTER_VERSION } from '../documents/split-passages.js';
import { TOKENIZER_VERSION } from '../lexical/tokenize.js';
import type { IndexVersions } from './files/manifest.js';

/**
 * The versions of this program that an index depends on: one made by others is built anew.
 * @param catalogue tells one state of the catalogue of laws from another
 */
export function currentVersions(catalogue: string): IndexVersions {
  return {
    reader: String(READER_VERSION),
    splitter: String(SPLITTER_VERSION),
    tokenizer: String(TOKENIZER_VERSION),
    catalogue,
  };
}
