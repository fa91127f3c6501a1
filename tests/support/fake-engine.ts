import type { Answer } from '../../src/answering/answer.js';
import type { Engine } from '../../src/answering/engine.js';
import type { IndexSummary } from '../../src/retrieval/passage-index.js';
import type { Question } from '../../src/retrieval/question.js';
import { HashingEncoder } from './hashing-encoder.js';

/** The summary of an index without documents: what every answer asks for beside the answer itself. */
export const EMPTY_INDEX: IndexSummary = {
  generation: '000001',
  builtAt: '2026-01-01T00:00:00Z',
  encoder: new HashingEncoder().identity,
  vectorIndex: 'exact',
  documents: 0,
  passages: 0,
};

/** What the engine does beside answering; what is left out fails, but for the summary of an empty index. */
type Parts = Partial<Omit<Engine, 'answer' | 'close'>>;

type Answering = (question: Question, signal: AbortSignal | undefined) => Answer | Promise<Answer>;

function notImplemented(method: keyof Parts): () => Promise<never> {
  return () => Promise.reject(new Error(`The fake engine has no ${method}`));
}

/** An engine that answers as it is told and records what it was asked. What it was not given fails. */
export class FakeEngine implements Engine {
  readonly asked: Question[] = [];
  readonly context: Engine['context'];
  readonly verify: Engine['verify'];
  readonly law: Engine['law'];
  readonly chapter: Engine['chapter'];
  readonly citing: Engine['citing'];
  readonly lawNames: Engine['lawNames'];
  readonly cite: Engine['cite'];
  readonly sources: Engine['sources'];
  readonly summary: Engine['summary'];
  readonly #answering: Answering;

  constructor(answering: Answering, parts: Parts = {}) {
    this.#answering = answering;
    this.context = parts.context ?? notImplemented('context');
    this.verify = parts.verify ?? notImplemented('verify');
    this.law = parts.law ?? notImplemented('law');
    this.chapter = parts.chapter ?? notImplemented('chapter');
    this.citing = parts.citing ?? notImplemented('citing');
    this.lawNames = parts.lawNames ?? notImplemented('lawNames');
    this.cite = parts.cite ?? notImplemented('cite');
    this.sources = parts.sources ?? notImplemented('sources');
    this.summary = parts.summary ?? (() => Promise.resolve(EMPTY_INDEX));
  }

  async answer(question: Question, signal?: AbortSignal): Promise<Answer> {
    this.asked.push(question);
    return this.#answering(question, signal);
  }

  close = (): Promise<void> => Promise.resolve();
}
