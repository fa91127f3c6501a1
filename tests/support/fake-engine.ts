import type { Answer } from '../../src/answering/answer.js';
import type { Engine } from '../../src/answering/engine.js';
import type { Question } from '../../src/retrieval/question.js';

/** What the engine says of laws; what is left out fails. */
type LawParts = Partial<Pick<Engine, 'law' | 'lawNames'>>;

type Answering = (question: Question, signal: AbortSignal | undefined) => Answer | Promise<Answer>;

function notImplemented(method: string): Promise<never> {
  return Promise.reject(new Error(`The fake engine has no ${method}`));
}

/** An engine that answers as it is told and records what it was asked. What it was not given fails. */
export class FakeEngine implements Engine {
  readonly asked: Question[] = [];
  readonly law: Engine['law'];
  readonly lawNames: Engine['lawNames'];
  readonly #answering: Answering;

  constructor(answering: Answering, laws: LawParts = {}) {
    this.#answering = answering;
    this.law = laws.law ?? (() => notImplemented('law'));
    this.lawNames = laws.lawNames ?? (() => notImplemented('lawNames'));
  }

  async answer(question: Question, signal?: AbortSignal): Promise<Answer> {
    this.asked.push(question);
    return this.#answering(question, signal);
  }

  context = (): Promise<never> => notImplemented('context');
  verify = (): Promise<never> => notImplemented('verify');
  cite = (): Promise<never> => notImplemented('cite');
  sources = (): Promise<never> => notImplemented('sources');
  summary = (): Promise<never> => notImplemented('summary');
  close = (): Promise<void> => Promise.resolve();
}
