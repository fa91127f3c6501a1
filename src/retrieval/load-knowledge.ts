import { loadCatalogue } from '../laws/catalogue/catalogue.js';
import { parseLexicon } from '../lexical/lexicon.js';
import type { FileSystem } from '../shared/file-system.js';
import { readText } from '../shared/read-text.js';
import { sha256 } from '../shared/sha256.js';
import type { QuestionKnowledge } from './plan-question.js';

/** The files of what is known beside the documents. */
export interface KnowledgeFiles {
  readonly catalogue: string;
  readonly lexicon: string;
}

/** What is known beside the documents; `catalogueVersion` tells one state of the catalogue from another. */
export interface LoadedKnowledge extends QuestionKnowledge {
  readonly catalogueVersion: string;
}

/** Names of laws, and words of other languages. @throws CatalogueError, and what the file system throws */
export async function loadKnowledge(fileSystem: FileSystem, files: KnowledgeFiles): Promise<LoadedKnowledge> {
  const [laws, words] = await Promise.all([readText(fileSystem, files.catalogue), readText(fileSystem, files.lexicon)]);
  const catalogue = loadCatalogue(laws);
  return { catalogue, matcher: catalogue.matcher, lexicon: parseLexicon(words), catalogueVersion: sha256(laws) };
}
