// `node prepare-material.js FOLDER SPLIT [LAW BOOK]`: builds the index of Yinju in a process of its own, and writes its
// passages and the questions for all others. With a law book its texts are added to the documents, the newest of each.
// Prints what the build took, and what became of it, as JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LawShelf } from '../../../build/answering/law/law-shelf.js';
import { createApplication } from '../../../build/app.js';
import { loadConfig } from '../../../build/config/load-config.js';
import { readQuestionSet } from '../../../build/evaluation/question-set.js';
import { isInSplit } from '../../../build/evaluation/question-split.js';
import { openIndex } from '../../../build/indexing/open-index.js';
import { loadCatalogue } from '../../../build/laws/catalogue/catalogue.js';
import { limitHeapGrowth } from '../../../build/shared/limit-heap-growth.js';
import { nodeFileSystem } from '../../../build/shared/node-file-system.js';
import { loadHnswLibrary } from '../../../build/vector/hnsw-library.js';
import { indexFolder, writeMaterial } from './material.js';
import { mostMemory } from './memory.js';
import { knownItems } from './known-items.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SCOPES = ['global'];
const QUESTIONS = 'data/questions.jsonl';
/** Over a law book every fourth question of the project is asked, for its time alone: some systems need long there. */
const OWN_STEP = 4;
const readShipped = (path) => readFileSync(join(ROOT, path), 'utf8');

/** Nothing of the user is read: neither the settings, nor the library, nor the index. */
async function build(folder, lawBook) {
  limitHeapGrowth();
  const commandLine = { INDEX_DIR: indexFolder(folder), LIBRARY_DIR: join(folder, 'library') };
  const application = createApplication(loadConfig({ file: {}, environment: {}, commandLine }, ROOT), ROOT);
  let stage = '';
  const reporter = {
    notice: () => undefined,
    progress: (next) => {
      if (next !== stage) process.stderr.write(`${next}\n`);
      stage = next;
    },
  };
  const { signal } = new AbortController();
  if (lawBook === undefined) return application.refreshIndex(reporter, signal);
  return (await application.addTexts(lawBook, reporter, signal)).index;
}

/** What a question finds today: all passages but those of texts that newer ones have taken the place of. */
async function passagesFound(folder) {
  const opened = await openIndex({
    fileSystem: nodeFileSystem,
    folder: indexFolder(folder),
    encoder: null,
    versions: null,
    sources: null,
    loadHnsw: loadHnswLibrary,
  });
  if (opened.status !== 'ready') throw new Error(`The index that was just built is ${opened.status}`);
  const { generation } = opened;
  const shelf = await LawShelf.open(generation, loadCatalogue(readShipped('data/laws.json')), SCOPES);
  const hidden = new Set(shelf.texts.notCounting(new Date().toISOString().slice(0, 10), false));
  const documents = (await generation.documents(SCOPES)).filter(({ id }) => !hidden.has(id));
  const passages = await Promise.all(documents.map(({ id }) => generation.passagesOf(id)));
  return passages.flat();
}

const [folder, split, lawBook] = process.argv.slice(2);
const { milliseconds, documents, passages } = await build(folder, lawBook);
const memory = mostMemory();
const found = await passagesFound(folder);
const own = readQuestionSet(readShipped(QUESTIONS), QUESTIONS).filter((question) => isInSplit(question, split));
writeMaterial(
  folder,
  found.map(({ id, document, text }) => ({ id, document, text })),
  lawBook === undefined ? own : [...own.filter((_, place) => place % OWN_STEP === 0), ...knownItems(found)],
);
process.stdout.write(JSON.stringify({ milliseconds, memory, documents, passages, found: found.length }));
