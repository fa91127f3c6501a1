import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../src/answering/create-engine.js';
import type { Engine } from '../../src/answering/engine.js';
import type { SourceDocument } from '../../src/documents/document.js';
import { loadDocuments } from '../../src/documents/load-documents.js';
import type { Encoder } from '../../src/embedding/encoder.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { findMentions } from '../../src/laws/names/find-mentions.js';
import { splitDocument } from '../../src/laws/texts/split-articles.js';
import { parseLexicon } from '../../src/lexical/lexicon.js';
import { parseQuestion, type QuestionOptions } from '../../src/retrieval/parse-question.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import type { QuestionKnowledge } from '../../src/retrieval/plan-question.js';
import type { Question } from '../../src/retrieval/question.js';
import type { Clock } from '../../src/shared/clock.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { loadBuiltInEncoder, MODELS_FOLDER } from './built-in-encoder.js';
import { buildRequest, openRequest } from './index-fixture.js';
import { shippedCatalogue } from './shipped-catalogue.js';

/** The folder of the five source files. */
export const DOCUMENTS_FOLDER = join(import.meta.dirname, '..', '..', 'data', 'documents');

/** A clock that stands at one day, and one millisecond further each time it is asked for a duration. */
export function fixedClock(day = '2026-01-02'): Clock {
  let milliseconds = 0;
  return { now: () => new Date(`${day}T00:00:00Z`), monotonic: () => (milliseconds += 1) };
}

/** The names of the shipped catalogue and the lexicon of the built-in encoder. */
async function realKnowledge(): Promise<QuestionKnowledge> {
  const catalogue = shippedCatalogue();
  const words = await readFile(join(MODELS_FOLDER, 'zh-en', 'lexicon.tsv'), 'utf8');
  return { catalogue, matcher: catalogue.matcher, lexicon: parseLexicon(words) };
}

export interface RealEngine {
  readonly engine: Engine;
  readonly index: PassageIndex;
  readonly encoder: Encoder;
  readonly knowledge: QuestionKnowledge;
  readonly documents: readonly SourceDocument[];
}

/**
 * The engine over the five real files, with the real built-in encoder, catalogue and lexicon. The index is built in a
 * temporary folder that is gone when this returns: a generation needs no file any more. `close` the engine afterwards.
 * @param more documents beside the real ones
 */
export async function openRealEngine(more: readonly SourceDocument[] = []): Promise<RealEngine> {
  const [encoder, knowledge, loaded] = await Promise.all([
    loadBuiltInEncoder(),
    realKnowledge(),
    loadDocuments(nodeFileSystem, [DOCUMENTS_FOLDER]),
  ]);
  const documents = [...loaded.documents, ...more];
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'yinju-')));
  try {
    const mentions = (text: string) => findMentions(text, knowledge.matcher);
    await buildIndex(buildRequest(folder, documents, { split: splitDocument, findMentions: mentions, encoder }));
    const opened = await openIndex(openRequest(folder, { encoder: encoder.identity }));
    if (opened.status !== 'ready') throw new Error(`The index that was just built is ${opened.status}`);
    const index = opened.generation;
    const engine = createEngine({ index, encoder, knowledge, clock: fixedClock() });
    return { engine, index, encoder, knowledge, documents };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A question as the shells make it; everybody's documents unless told otherwise. */
export function questionOf(text: string, options: Partial<QuestionOptions> = {}): Question {
  const parsed = parseQuestion(text, { scopes: ['global'], ...options });
  if (!parsed.ok) throw new Error(`${JSON.stringify(text)} is no question: ${parsed.problem.code}`);
  return parsed.question;
}
