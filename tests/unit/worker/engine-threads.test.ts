import { describe, expect, it } from 'vitest';
import type { OpenService } from '../../../src/worker/serve-engine.js';
import { EngineClosedError, EngineCrashedError, EngineDownError } from '../../../src/worker/worker-errors.js';
import { answerOf } from '../../support/example-answers.js';
import { HeldQuestions, serviceOf } from '../../support/channel-thread.js';
import { failing, serving, ThreadStage } from '../../support/thread-stage.js';
import { questionOf } from '../../support/real-engine.js';

describe('EngineThreads', () => {
  it('fails to start with the error of the first opening, and tries no second one', async () => {
    const stage = new ThreadStage([failing, serving('g1')]);
    await expect(stage.start()).rejects.toMatchObject({ code: 'usage' });
    expect(stage.threads).toHaveLength(1);
  });

  it('gives an engine that answers', async () => {
    const threads = await new ThreadStage([serving('g1')]).start();
    expect((await threads.engine().answer(questionOf('网络'))).question).toBe('g1: 网络');
    expect(threads.generation).toBe('g1');
    expect(await threads.service.indexState()).toEqual({ generation: 'g1', fresh: true, fingerprint: 'g1' });
    await threads.close();
  });

  describe('replace', () => {
    it('switches to the new generation; a question in flight is finished on the one before', async () => {
      const questions = new HeldQuestions();
      let closed = false;
      const first = serviceOf(
        'g1',
        async ({ text }) => {
          await questions.hold(text);
          return answerOf(`g1: ${text}`, 'none', []);
        },
        {
          close: () => {
            closed = true;
            return Promise.resolve();
          },
        },
      );
      const stage = new ThreadStage([() => Promise.resolve(first), serving('g2')]);
      const threads = await stage.start();
      const engine = threads.engine();
      const early = engine.answer(questionOf('early'));
      await questions.arrival('early');

      expect(await threads.replace()).toBe(true);
      expect(threads.generation).toBe('g2');
      expect((await engine.answer(questionOf('late'))).question).toBe('g2: late');
      expect(closed).toBe(false);

      questions.release('early');
      expect((await early).question).toBe('g1: early');
      await threads.close();
      expect(closed).toBe(true);
      expect(stage.logger.lines).toContainEqual({
        level: 'info',
        event: 'engine-replaced',
        facts: { from: 'g1', to: 'g2', milliseconds: 0 },
      });
    });

    it('leaves all as it is where the new thread serves the same generation', async () => {
      const stage = new ThreadStage([serving('g1'), serving('g1')]);
      const threads = await stage.start();
      expect(await threads.replace()).toBe(false);
      expect(stage.threads.map(({ received }) => received)).toEqual([[], ['close']]);
      await threads.close();
    });

    it('leaves all as it is where the new one cannot be opened, and says why', async () => {
      const stage = new ThreadStage([serving('g1'), failing]);
      const threads = await stage.start();
      await expect(threads.replace()).rejects.toMatchObject({ code: 'usage', message: 'There is no model.' });
      expect((await threads.engine().answer(questionOf('x'))).question).toBe('g1: x');
      await threads.close();
    });

    it('is ended by close', async () => {
      const never: OpenService = (_, signal) =>
        new Promise((__, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))));
      const threads = await new ThreadStage([serving('g1'), never]).start();
      const replaced = threads.replace();
      replaced.catch(() => undefined);
      await threads.close();
      await expect(replaced).rejects.toThrow();
    });
  });

  describe('close', () => {
    // Between the message that says so and the switch to the new thread lie some microtasks, nobody promises how many.
    it.each(Array.from({ length: 12 }, (_, microtasks) => microtasks))(
      'leaves no thread behind that got ready %i microtasks before',
      async (microtasks) => {
        const stage = new ThreadStage([serving('g1'), serving('g2')]);
        const threads = await stage.start();
        const replaced = threads.replace().catch((cause: unknown) => cause);
        const next = stage.threads[1];
        if (next === undefined) throw new Error('no thread was started');
        const ready = new Promise<void>((resolve) => {
          next.on('message', ({ kind }) => {
            if (kind === 'ready') resolve();
          });
        });
        await ready;
        for (let microtask = 0; microtask < microtasks; microtask += 1) await Promise.resolve();
        await threads.close();
        await replaced;
        expect(stage.threads.map(({ received }) => received.at(-1))).toEqual(['close', 'close']);
        expect(threads.generation).toBeNull();
      },
    );
  });

  describe('after a crash', () => {
    it('starts another thread at once; what is asked meanwhile waits for it', async () => {
      const questions = new HeldQuestions();
      const first = serviceOf('g1', async ({ text }) => {
        await questions.hold(text);
        return answerOf(text, 'none', []);
      });
      const stage = new ThreadStage([() => Promise.resolve(first), serving('g1')]);
      const threads = await stage.start();
      const engine = threads.engine();
      const lost = engine.answer(questionOf('lost'));
      await questions.arrival('lost');
      stage.threads[0]?.crash(new RangeError('a question may stand in here'));
      await expect(lost).rejects.toThrow(EngineCrashedError);
      expect((await engine.answer(questionOf('next'))).question).toBe('g1: next');
      expect(stage.pauses).toEqual([]);
      expect(stage.events).toEqual(['engine-crashed', 'engine-restarted']);
      expect(stage.logger.text).not.toContain('a question');
      await threads.close();
    });

    it('pauses longer each time while it goes on, and says so to who asks', async () => {
      const stage = new ThreadStage([serving('g1'), failing, failing, serving('g1')]);
      const threads = await stage.start();
      stage.threads[0]?.crash(new Error('first'));
      await stage.until(() => stage.pauses.length === 1);
      const refused = threads.engine().summary();
      await expect(refused).rejects.toThrow(EngineDownError);
      await expect(refused).rejects.toMatchObject({ code: 'engine-down', retryMilliseconds: 1000 });
      stage.endPause();
      await stage.until(() => stage.pauses.length === 2);
      stage.endPause();
      await stage.until(() => stage.events.includes('engine-restarted'));
      expect(stage.pauses).toEqual([1000, 2000]);
      expect((await threads.engine().summary()).generation).toBe('g1');
      await threads.close();
    });

    it('tells who waits for a start that fails', async () => {
      const stage = new ThreadStage([serving('g1'), failing]);
      const threads = await stage.start();
      stage.threads[0]?.crash(new Error('first'));
      await stage.until(() => stage.events.includes('engine-crashed'));
      await expect(threads.engine().summary()).rejects.toThrow(EngineDownError);
      await threads.close();
    });

    it('begins with no pause again after a thread that lived long', async () => {
      const stage = new ThreadStage([serving('g1'), serving('g1'), serving('g1')]);
      const threads = await stage.start();
      for (const restarts of [1, 2]) {
        stage.pass(60_000);
        stage.threads.at(-1)?.crash(new Error('again'));
        await stage.until(() => stage.events.filter((event) => event === 'engine-restarted').length === restarts);
      }
      expect(stage.pauses).toEqual([]);
      await threads.close();
    });

    it('starts nothing any more when it is closed in a pause', async () => {
      const stage = new ThreadStage([serving('g1'), failing]);
      const threads = await stage.start();
      stage.threads[0]?.crash(new Error('first'));
      await stage.until(() => stage.pauses.length === 1);
      await threads.close();
      await expect(threads.engine().summary()).rejects.toThrow(EngineClosedError);
      expect(stage.threads).toHaveLength(2);
    });
  });
});
