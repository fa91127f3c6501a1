import { describe, expect, it } from 'vitest';
import {
  ADMISSION_SETTINGS,
  AdmissionDesk,
  admissionLimits,
  type AdmissionLimits,
  type Asker,
} from '../../../../src/discord/asking/admission.js';

const NO_LIMIT = { burst: 1, interval: 0 };
const FREE: AdmissionLimits = { user: NO_LIMIT, server: NO_LIMIT, running: 1, waiting: 10 };

const asker = (user: string, server: string | null = 'server'): Asker => ({ user, server });

/** A desk, a clock that the test moves, and answers that the test ends. */
class Counter {
  readonly desk: AdmissionDesk;
  readonly begun: string[] = [];
  readonly #ends = new Map<string, () => void>();
  now = 0;

  constructor(limits: Partial<AdmissionLimits> = {}) {
    this.desk = new AdmissionDesk({ ...FREE, ...limits }, { now: () => new Date(0), monotonic: () => this.now });
  }

  ask(who: Asker, question: string, signal?: AbortSignal) {
    const answer = (): Promise<string> => {
      this.begun.push(question);
      return new Promise((resolve) => this.#ends.set(question, () => resolve(`answer to ${question}`)));
    };
    return this.desk.ask(who, answer, signal);
  }

  /** Ends the answer to a question; resolves when what follows from that has happened. */
  async end(question: string): Promise<void> {
    this.#ends.get(question)?.();
    await settled();
  }
}

/** Lets everything happen that can happen without anybody doing something. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('admissionLimits', () => {
  it('lets a reader ask ten at once and then one in three seconds, and a server 120 a minute', () => {
    expect(admissionLimits(ADMISSION_SETTINGS)).toEqual({
      user: { burst: 10, interval: 3000 },
      server: { burst: 120, interval: 500 },
      running: 4,
      waiting: 500,
    });
  });

  it('takes 0 for no limit, and one in a minute for one', () => {
    const { user, server } = admissionLimits({ userPerMinute: 1, serverPerMinute: 0, waiting: 1 });
    expect(user).toEqual({ burst: 1, interval: 60_000 });
    expect(server.interval).toBe(0);
  });
});

describe('AdmissionDesk', () => {
  it('admits a question, and gives its answer', async () => {
    const counter = new Counter();
    const asked = counter.ask(asker('a'), 'q');
    await settled();
    await counter.end('q');
    expect(await asked).toEqual({ status: 'admitted', value: 'answer to q' });
    expect(counter.desk.size).toEqual({ waiting: 0, running: 0 });
  });

  it('lets questions wait for their turn, each user in turn', async () => {
    const counter = new Counter();
    const asked = ['a1', 'a2', 'a3', 'b1'].map((question) => counter.ask(asker(question.charAt(0)), question));
    await settled();
    expect(counter.begun).toEqual(['a1']);
    expect(counter.desk.size).toEqual({ waiting: 3, running: 1 });
    for (const question of ['a1', 'a2', 'b1', 'a3']) await counter.end(question);
    expect(counter.begun).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect((await Promise.all(asked)).every(({ status }) => status === 'admitted')).toBe(true);
  });

  it('delays the first question of somebody by two answers at most where another has 200 waiting', async () => {
    const counter = new Counter({ waiting: 500 });
    const greedy = Array.from({ length: 200 }, (_, index) => `a${index}`);
    for (const question of greedy) void counter.ask(asker('a'), question);
    await settled();
    void counter.ask(asker('b'), 'b0');
    await settled();
    expect(counter.desk.size.waiting).toBe(200);
    for (const question of ['a0', 'a1']) await counter.end(question);
    expect(counter.begun).toEqual(['a0', 'a1', 'b0']);
  });

  it('is busy when too many wait', async () => {
    const counter = new Counter({ waiting: 1 });
    void counter.ask(asker('a'), 'a1');
    void counter.ask(asker('b'), 'b1');
    expect(await counter.ask(asker('c'), 'c1')).toEqual({ status: 'busy' });
  });

  it('says busy to the newest question of who has most, rather than to somebody new', async () => {
    const counter = new Counter({ waiting: 2 });
    const [, , newest] = ['a1', 'a2', 'a3'].map((question) => counter.ask(asker('a'), question));
    const other = counter.ask(asker('b'), 'b1');
    expect(await newest).toEqual({ status: 'busy' });
    await settled();
    for (const question of ['a1', 'a2', 'b1']) await counter.end(question);
    expect(await other).toEqual({ status: 'admitted', value: 'answer to b1' });
  });

  it('goes on after an answer that failed', async () => {
    const counter = new Counter();
    const failed = counter.desk.ask(asker('a'), () => Promise.reject(new RangeError('broken')));
    await expect(failed).rejects.toThrow('broken');
    const next = counter.ask(asker('a'), 'next');
    await settled();
    await counter.end('next');
    expect(await next).toMatchObject({ status: 'admitted' });
  });

  it('lets a question go whose time is up before its turn, and never begins it', async () => {
    const counter = new Counter();
    const stop = new AbortController();
    void counter.ask(asker('a'), 'a1');
    const late = counter.ask(asker('b'), 'b1', stop.signal);
    await settled();
    stop.abort(new RangeError('too late'));
    await expect(late).rejects.toThrow('too late');
    await counter.end('a1');
    expect(counter.begun).toEqual(['a1']);
    expect(counter.desk.size).toEqual({ waiting: 0, running: 0 });
  });

  it('leaves a question alone whose time is up when it has begun: that is the answer’s to see', async () => {
    const counter = new Counter();
    const stop = new AbortController();
    const asked = counter.ask(asker('a'), 'a1', stop.signal);
    await settled();
    stop.abort();
    await counter.end('a1');
    expect(await asked).toMatchObject({ status: 'admitted' });
  });

  describe('cooldowns', () => {
    const ask = async (counter: Counter, who: Asker) => {
      const asked = counter.ask(who, `${who.user} at ${counter.now}`);
      await settled();
      await counter.end(`${who.user} at ${counter.now}`);
      return asked;
    };

    it('tell a user how long to wait', async () => {
      const counter = new Counter({ user: { burst: 1, interval: 15_000 } });
      await ask(counter, asker('a'));
      counter.now = 3000;
      expect(await ask(counter, asker('a'))).toEqual({ status: 'wait', whose: 'user', milliseconds: 12_000 });
      expect(await ask(counter, asker('b'))).toMatchObject({ status: 'admitted' });
      counter.now = 15_000;
      expect(await ask(counter, asker('a'))).toMatchObject({ status: 'admitted' });
    });

    it('tell everybody of a server, and nobody elsewhere', async () => {
      const counter = new Counter({ server: { burst: 2, interval: 4000 } });
      await ask(counter, asker('a'));
      await ask(counter, asker('b'));
      expect(await ask(counter, asker('c'))).toEqual({ status: 'wait', whose: 'server', milliseconds: 4000 });
      expect(await ask(counter, asker('c', 'elsewhere'))).toMatchObject({ status: 'admitted' });
      expect(await ask(counter, asker('c', null))).toMatchObject({ status: 'admitted' });
    });

    it('name the one that takes longer', async () => {
      const counter = new Counter({ user: { burst: 1, interval: 2000 }, server: { burst: 1, interval: 5000 } });
      await ask(counter, asker('a'));
      expect(await ask(counter, asker('a'))).toEqual({ status: 'wait', whose: 'server', milliseconds: 5000 });
    });

    it('do not count a question that was refused', async () => {
      const counter = new Counter({ user: { burst: 1, interval: 1000 }, waiting: 0 });
      void counter.ask(asker('b'), 'b1');
      expect(await counter.ask(asker('a'), 'a1')).toEqual({ status: 'busy' });
      await settled();
      await counter.end('b1');
      expect(await ask(counter, asker('a'))).toMatchObject({ status: 'admitted' });
      expect(await ask(counter, asker('a'))).toMatchObject({ status: 'wait', milliseconds: 1000 });
      expect(await ask(counter, asker('a'))).toMatchObject({ status: 'wait', milliseconds: 1000 });
    });
  });
});
