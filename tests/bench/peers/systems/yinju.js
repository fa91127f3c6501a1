import { join } from 'node:path';
import { createEngine } from '../../../../build/answering/create-engine.js';
import { openIndex } from '../../../../build/indexing/open-index.js';
import { loadKnowledge } from '../../../../build/retrieval/load-knowledge.js';
import { parseQuestion } from '../../../../build/retrieval/parse-question.js';
import { systemClock } from '../../../../build/shared/clock.js';
import { limitHeapGrowth } from '../../../../build/shared/limit-heap-growth.js';
import { nodeFileSystem } from '../../../../build/shared/node-file-system.js';
import { loadHnswLibrary } from '../../../../build/vector/hnsw-library.js';
import { indexFolder } from '../material.js';
import { loadBuiltInEncoder } from './built-in-encoder.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const SCOPES = ['global'];
const EVERYTHING = { scopes: SCOPES, document: null, kind: null, law: null };

async function openGeneration(material, encoder, loadHnsw) {
  const opened = await openIndex({
    fileSystem: nodeFileSystem,
    folder: indexFolder(material),
    encoder: encoder.identity,
    versions: null,
    sources: null,
    loadHnsw,
  });
  if (opened.status !== 'ready') throw new Error(`The index that was just built is ${opened.status}`);
  return opened.generation;
}

/**
 * Yinju over the index that was built with the material, in one of its modes. A place holds the passage that is shown and
 * those of the same wording elsewhere that are shown with it; `searched` is the part of the time that words and vectors took.
 */
export async function open({ material, mode }) {
  // As the program does at its start.
  limitHeapGrowth();
  const encoder = await loadBuiltInEncoder();
  const index = await openGeneration(material, encoder, loadHnswLibrary);
  const knowledge = await loadKnowledge(nodeFileSystem, {
    catalogue: join(ROOT, 'data', 'laws.json'),
    lexicon: join(ROOT, 'embeddings', 'models', 'zh-en', 'lexicon.tsv'),
  });
  const engine = createEngine({ index, encoder, knowledge, clock: systemClock, mode });
  return {
    async search(text, limit) {
      const { question } = parseQuestion(text, { scopes: SCOPES, limit });
      const { status, passages, milliseconds } = await engine.answer(question);
      return {
        answered: status === 'answered',
        searched: milliseconds.embed + milliseconds.search,
        places: passages.map(({ id, alsoIn }) => [id, ...alsoIn.map((other) => other.id)]),
      };
    },
    /** For each question the similarities of the passages found, and those of the nearest by comparing all. */
    async compareWithExact(questions, limit) {
      const unavailable = { status: 'unavailable', reason: 'exact search is compared with' };
      const exact = await openGeneration(material, encoder, () => Promise.resolve(unavailable));
      const compared = [];
      for (const question of questions) {
        const [vector] = await encoder.encode([question], 'query');
        const similarities = async (generation) =>
          (await generation.searchVectors(vector, EVERYTHING, limit)).map(({ similarity }) => similarity);
        compared.push({ found: await similarities(index), nearest: await similarities(exact) });
      }
      return compared;
    },
    close: () => engine.close(),
  };
}
