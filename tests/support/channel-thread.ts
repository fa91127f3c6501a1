import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Answer } from '../../src/answering/answer.js';
import type { Engine } from '../../src/answering/engine.js';
import type { IndexState } from '../../src/indexing/index-state.js';
import type { Question } from '../../src/retrieval/question.js';
import type { HostedThread } from '../../src/worker/engine-thread.js';
import type { FromThread, ToThread } from '../../src/worker/messages.js';
import { serveEngine, type EngineService, type OpenService } from '../../src/worker/serve-engine.js';
import { answerOf } from './example-answers.js';
import { EMPTY_INDEX, FakeEngine } from './fake-engine.js';

/**
 * What a worker thread is to its owner, but in this thread: real messages through a real channel, copied as they are
 * between threads, and an end that the test decides.
 */
export class ChannelThread implements HostedThread {
  readonly #events = new EventEmitter();
  readonly #port: MessagePort;
  #exitCode = 0;
  /** Kinds of the messages that it was sent, in order. */
  readonly received: ToThread['kind'][] = [];
  terminated = false;

  constructor(open: OpenService) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.on('message', (message) => this.#events.emit('message', message));
    port1.on('close', () => this.#events.emit('exit', this.#exitCode));
    void serveEngine(port2, open);
  }

  postMessage(message: ToThread): void {
    this.received.push(message.kind);
    this.#port.postMessage(message);
  }

  on(event: 'message', listener: (message: FromThread) => void): unknown;
  on(event: 'error' | 'messageerror', listener: (cause: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  on(
    event: string,
    listener: ((message: FromThread) => void) | ((cause: Error) => void) | ((code: number) => void),
  ): unknown {
    return this.#events.on(event, listener);
  }

  terminate(): Promise<unknown> {
    this.terminated = true;
    return this.#end(1);
  }

  /** Ends as a thread does in which nobody caught an error. */
  crash(cause: Error): void {
    this.#events.emit('error', cause);
    void this.#end(1);
  }

  /** A message that cannot be read. */
  garble(cause: Error): void {
    this.#events.emit('messageerror', cause);
  }

  #end(code: number): Promise<unknown> {
    this.#exitCode = code;
    return new Promise((resolve) => {
      this.#events.once('exit', resolve);
      this.#port.close();
    });
  }
}

/** A question that nobody answers until the test says so. */
export class HeldQuestions {
  readonly #release = new Map<string, () => void>();
  readonly #arrived = new Map<string, () => void>();

  /** Waits for `release(text)`, or for the signal. */
  hold(text: string, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#release.set(text, resolve);
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      this.#arrived.get(text)?.();
    });
  }

  /** Resolves when the question has come. */
  arrival(text: string): Promise<void> {
    if (this.#release.has(text)) return Promise.resolve();
    return new Promise((resolve) => this.#arrived.set(text, resolve));
  }

  release(text: string): void {
    this.#release.get(text)?.();
  }
}

type Answering = (question: Question, signal: AbortSignal | undefined) => Answer | Promise<Answer>;

/** The service of a thread: a fake engine that serves a generation. What it is not given fails. */
export function serviceOf(
  generation: string,
  answering: Answering = ({ text }) => answerOf(`${generation}: ${text}`, 'none', []),
  more: Partial<EngineService> = {},
): EngineService {
  const summary = { ...EMPTY_INDEX, generation };
  const state: IndexState = { generation, fresh: true, fingerprint: generation };
  const engine: Engine = new FakeEngine(answering);
  return Object.assign(engine, {
    summary: () => Promise.resolve(summary),
    indexState: () => Promise.resolve(state),
    ...more,
  });
}
