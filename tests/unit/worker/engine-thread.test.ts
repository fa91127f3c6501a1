import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/answering/engine.js';
import { UsageError } from '../../../src/shared/errors.js';
import { EngineThread } from '../../../src/worker/engine-thread.js';
import type { OpeningReporter } from '../../../src/worker/messages.js';
import { remoteService } from '../../../src/worker/remote-service.js';
import type { OpenService } from '../../../src/worker/serve-engine.js';
import { EngineClosedError, EngineCrashedError } from '../../../src/worker/worker-errors.js';
import { answerOf } from '../../support/example-answers.js';
import { ChannelThread, HeldQuestions, serviceOf } from '../../support/channel-thread.js';
import { questionOf } from '../../support/real-engine.js';

const NOBODY: OpeningReporter = { notice: () => undefined, progress: () => undefined };

async function started(open: OpenService, reporter = NOBODY) {
  const thread = new ChannelThread(open);
  const running = await EngineThread.start(thread, reporter, undefined);
  const engine = remoteService<Engine>((method, values) => running.call(method, values));
  return { thread, running, engine };
}

/** An engine in which every question waits for the test. */
function holding(questions: HeldQuestions, seen: string[] = []): OpenService {
  return () =>
    Promise.resolve(
      serviceOf(
        'g1',
        async ({ text }, signal) => {
          await questions.hold(text, signal).catch((cause: unknown) => {
            seen.push(`aborted ${text}`);
            throw cause;
          });
          return answerOf(text, 'none', []);
        },
        {
          close: () => {
            seen.push('closed');
            return Promise.resolve();
          },
        },
      ),
    );
}

describe('an engine in a thread', () => {
  it('answers through the channel, and says which generation it serves', async () => {
    const { running, engine } = await started(() => Promise.resolve(serviceOf('g7')));
    expect(running.generation).toBe('g7');
    expect((await engine.answer(questionOf('网络安全'))).question).toBe('g7: 网络安全');
    await running.close();
  });

  it('answers several calls at once, each with its own result', async () => {
    const questions = new HeldQuestions();
    const { running, engine } = await started(holding(questions));
    const [first, second] = [engine.answer(questionOf('first')), engine.answer(questionOf('second'))];
    await questions.arrival('second');
    questions.release('second');
    expect((await second).question).toBe('second');
    questions.release('first');
    expect((await first).question).toBe('first');
    await running.close();
  });

  it('tells whoever waits what the opening does', async () => {
    const told: unknown[] = [];
    const reporter = {
      notice: (message: string) => told.push(message),
      progress: (stage: string, done: number, total: number) => told.push([stage, done, total]),
    };
    const { running } = await started((to) => {
      to.notice('There is no index yet.');
      to.progress('Encoding', 3, 10);
      return Promise.resolve(serviceOf('g1'));
    }, reporter);
    expect(told).toEqual(['There is no index yet.', ['Encoding', 3, 10]]);
    await running.close();
  });

  it('fails to start with the error of the opening', async () => {
    const failing: OpenService = () => Promise.reject(new UsageError('There is no model.', { remedy: 'Name one.' }));
    await expect(started(failing)).rejects.toMatchObject({
      code: 'usage',
      message: 'There is no model.',
      remedy: 'Name one.',
    });
  });

  it('ends the opening when its signal is aborted', async () => {
    const stop = new AbortController();
    const thread = new ChannelThread(
      (_, signal) => new Promise((__, reject) => signal.addEventListener('abort', () => reject(new Error('ended')))),
    );
    const starting = EngineThread.start(thread, NOBODY, stop.signal);
    stop.abort(new RangeError('enough'));
    await expect(starting).rejects.toThrow('enough');
    expect(thread.received).toEqual(['close']);
  });

  it('rejects with the error of a call, restored', async () => {
    const failing = () => Promise.reject(new UsageError('No such law.', { remedy: 'Name another.' }));
    const { running, engine } = await started(() => Promise.resolve(serviceOf('g1', undefined, { verify: failing })));
    await expect(engine.verify('x', ['global'])).rejects.toMatchObject({ code: 'usage', remedy: 'Name another.' });
    await running.close();
  });

  it('rejects a call whose result is no data, and answers on', async () => {
    const strange = () => Promise.resolve(Object.assign([], { strange: () => 'a function' }));
    const { running, engine } = await started(() => Promise.resolve(serviceOf('g1', undefined, { sources: strange })));
    await expect(engine.sources(['global'])).rejects.toMatchObject({ name: 'DataCloneError' });
    expect((await engine.summary()).generation).toBe('g1');
    await running.close();
  });

  describe('a signal', () => {
    it('that is aborted ends the call at once with its reason, and in the thread too', async () => {
      const [questions, seen]: [HeldQuestions, string[]] = [new HeldQuestions(), []];
      const { running, engine } = await started(holding(questions, seen));
      const stop = new AbortController();
      const call = engine.answer(questionOf('slow'), stop.signal);
      await questions.arrival('slow');
      stop.abort(new RangeError('too late'));
      await expect(call).rejects.toThrow('too late');
      await running.retire();
      expect(seen).toEqual(['aborted slow', 'closed']);
    });

    it('that is aborted already lets nothing be sent', async () => {
      const { thread, running, engine } = await started(() => Promise.resolve(serviceOf('g1')));
      await expect(engine.answer(questionOf('x'), AbortSignal.abort(new RangeError('over')))).rejects.toThrow('over');
      expect(thread.received).toEqual([]);
      await running.close();
    });

    it('does nothing to a call that has ended', async () => {
      const { thread, running, engine } = await started(() => Promise.resolve(serviceOf('g1')));
      const stop = new AbortController();
      await engine.answer(questionOf('x'), stop.signal);
      stop.abort();
      expect(thread.received).toEqual(['call']);
      await running.close();
    });
  });

  describe('that crashes', () => {
    it('fails the calls in flight, and those that come after, with one typed error', async () => {
      const questions = new HeldQuestions();
      const { thread, running, engine } = await started(holding(questions));
      const calls = ['one', 'two'].map((text) => engine.answer(questionOf(text)));
      await questions.arrival('two');
      thread.crash(new RangeError('out of memory'));
      for (const call of [...calls, running.ended.then(() => engine.summary())]) {
        await expect(call).rejects.toThrow(EngineCrashedError);
        await expect(call).rejects.toMatchObject({
          code: 'engine-crashed',
          exitCode: 1,
          cause: expect.any(RangeError) as RangeError,
        });
      }
    });

    it('while it opens fails the start', async () => {
      const thread = new ChannelThread(() => new Promise(() => undefined));
      const starting = EngineThread.start(thread, NOBODY, undefined);
      thread.crash(new RangeError('no memory'));
      await expect(starting).rejects.toThrow(EngineCrashedError);
    });

    it('or sends what cannot be read is ended', async () => {
      const questions = new HeldQuestions();
      const { thread, engine } = await started(holding(questions));
      const call = engine.answer(questionOf('one'), new AbortController().signal);
      thread.garble(new Error('unreadable'));
      await expect(call).rejects.toMatchObject({
        code: 'engine-crashed',
        message: expect.stringContaining('unreadable') as string,
      });
      expect(thread.received).toEqual(['call', 'close']);
    });
  });

  describe('that is closed', () => {
    it('closes its engine after what runs in it was aborted, and fails what waits', async () => {
      const [questions, seen]: [HeldQuestions, string[]] = [new HeldQuestions(), []];
      const { running, engine } = await started(holding(questions, seen));
      const call = engine.answer(questionOf('slow'), new AbortController().signal);
      call.catch(() => undefined);
      await questions.arrival('slow');
      await running.close();
      expect(seen).toEqual(['aborted slow', 'closed']);
      await expect(call).rejects.toThrow(EngineClosedError);
      await expect(engine.summary()).rejects.toThrow(EngineClosedError);
      expect(await running.ended).toBeNull();
    });

    it('may be closed again', async () => {
      const { running, thread } = await started(() => Promise.resolve(serviceOf('g1')));
      await Promise.all([running.close(), running.close()]);
      await running.close();
      expect(thread.received).toEqual(['close']);
    });

    it('is left to its last question when it retires', async () => {
      const [questions, seen]: [HeldQuestions, string[]] = [new HeldQuestions(), []];
      const { running, engine } = await started(holding(questions, seen));
      const call = engine.answer(questionOf('last'));
      await questions.arrival('last');
      const retired = running.retire();
      expect(seen).toEqual([]);
      questions.release('last');
      expect((await call).question).toBe('last');
      await retired;
      expect(seen).toEqual(['closed']);
    });
  });
});
