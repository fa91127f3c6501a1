// The real parts of the engine over the shipped documents, and what they find for a question.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StudiedPassages } from '../../../build/answering/evidence/studied-passages.js';
import { weighEvidence } from '../../../build/answering/evidence/weigh-evidence.js';
import { loadDocuments } from '../../../build/documents/load-documents.js';
import { loadEncoder } from '../../../build/embedding/load-encoder.js';
import { buildIndex } from '../../../build/indexing/build-index.js';
import { nodeProcessTable } from '../../../build/indexing/lock/node-process-table.js';
import { openIndex } from '../../../build/indexing/open-index.js';
import { loadCatalogue } from '../../../build/laws/catalogue/catalogue.js';
import { findMentions } from '../../../build/laws/names/find-mentions.js';
import { splitDocument } from '../../../build/laws/texts/split-articles.js';
import { parseLexicon } from '../../../build/lexical/lexicon.js';
import { parseQuestion } from '../../../build/retrieval/parse-question.js';
import { systemClock } from '../../../build/shared/clock.js';
import { nodeFileSystem } from '../../../build/shared/node-file-system.js';
import { loadHnswLibrary } from '../../../build/vector/hnsw-library.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const MODELS = join(ROOT, 'embeddings', 'models');

/** The parts; the index is built in `folder`, which may go once this has returned. `encoder` is to be closed. */
export async function loadParts(folder) {
  const encoder = await loadEncoder({
    model: 'zh-en',
    modelsFolder: MODELS,
    cacheFolder: folder,
    endpoint: 'http://127.0.0.1:1',
    fileSystem: nodeFileSystem,
  });
  const catalogue = loadCatalogue(readFileSync(join(ROOT, 'data', 'laws.json'), 'utf8'));
  const lexicon = parseLexicon(readFileSync(join(MODELS, 'zh-en', 'lexicon.tsv'), 'utf8'));
  const lawsIn = (text) => findMentions(text, catalogue.matcher);
  const { documents } = await loadDocuments(nodeFileSystem, [join(ROOT, 'data', 'documents')]);
  const place = { fileSystem: nodeFileSystem, folder: join(folder, 'index'), sources: null, loadHnsw: loadHnswLibrary };
  const versions = { reader: '1', splitter: '1', tokenizer: '1', catalogue: '1' };
  await buildIndex({
    ...place,
    readDocuments: () => Promise.resolve(documents),
    split: splitDocument,
    findMentions: lawsIn,
    encoder,
    versions,
    clock: systemClock,
    processes: nodeProcessTable,
  });
  const opened = await openIndex({ ...place, encoder: encoder.identity, versions });
  if (opened.status !== 'ready') throw new Error(`The index that was just built is ${opened.status}`);
  return {
    index: opened.generation,
    encoder,
    knowledge: { catalogue, matcher: catalogue.matcher, lexicon },
    clock: systemClock,
    lawsIn,
    studies: new StudiedPassages(encoder, lawsIn),
  };
}

/**
 * A question with the features of its best match, what its passage leaves unsaid, and how much of its words the best sentence explains. `features` is null
 * where it is refused whatever the model says: it found nothing, or not what it quotes.
 */
export async function weigh(asked, parts) {
  const { question } = parseQuestion(asked.question, { scopes: ['global'] });
  const { retrieval, groups, features, unsaid } = await weighEvidence(question, parts);
  return {
    ...asked,
    features: retrieval.literal === 'missing' ? null : features,
    unsaid,
    coverage: groups[0]?.coverage ?? 0,
  };
}
