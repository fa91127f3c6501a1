import type { Answer } from '../../src/answering/answer.js';
import type { Engine } from '../../src/answering/engine.js';
import type { Question } from '../../src/retrieval/question.js';

type Answering = (question: Question, signal: AbortSignal | undefined) => Answer | Promise<Answer>;

function notImplemented(method: string): Promise<never> {
  return Promise.reject(new Error(`The fake engine has no ${method}`));
}

/** An engine that answers as it is told and records what it was asked. Everything but `answer` fails. */
export class FakeEngine implements Engine {
  readonly asked: Question[] = [];
  readonly #answering: Answering;

  constructor(answering: Answering) {
    this.#answering = answering;
  }

  async answer(question: Question, signal?: AbortSignal): Promise<Answer> {
    this.asked.push(question);
    return this.#answering(question, signal);
  }

  context = (): Promise<never> => notImplemented('context');
  verify = (): Promise<never> => notImplemented('verify');
  law = (): Promise<never> => notImplemented('law');
  cite = (): Promise<never> => notImplemented('cite');
  sources = (): Promise<never> => notImplemented('sources');
  summary = (): Promise<never> => notImplemented('summary');
  close = (): Promise<void> => Promise.resolve();
}
