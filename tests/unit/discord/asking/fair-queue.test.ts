import { array, assert, constant, constantFrom, integer, oneof, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../../../src/discord/asking/fair-queue.js';

describe('FairQueue', () => {
  const filled = (running: number, works: readonly string[], waiting = 1000): FairQueue<string> => {
    const queue = new FairQueue<string>({ running, waiting });
    for (const work of works) queue.add(work.charAt(0), work);
    return queue;
  };

  /** Everything that starts, one after the other, each ended before the next. */
  const served = (queue: FairQueue<string>): readonly string[] => {
    const order: string[] = [];
    for (let next = queue.next(); next !== null; next = queue.next()) {
      order.push(next.work);
      queue.done(next.owner);
    }
    return order;
  };

  it('gives each owner a turn before anyone gets a second one', () => {
    expect(served(filled(1, ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']))).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('runs as much as it may, each of another owner', () => {
    const queue = filled(2, ['a1', 'a2', 'b1', 'c1']);
    expect([queue.next()?.work, queue.next()?.work, queue.next()]).toEqual(['a1', 'b1', null]);
    queue.done('b');
    expect([queue.next()?.work, queue.next()]).toEqual(['c1', null]);
    expect(queue.size).toEqual({ waiting: 1, running: 2 });
  });

  it('leaves a place free rather than run two of one owner', () => {
    const queue = filled(2, ['a1', 'a2']);
    expect([queue.next()?.work, queue.next()]).toEqual(['a1', null]);
    queue.done('a');
    expect(queue.next()?.work).toBe('a2');
  });

  it('takes out what no longer waits', () => {
    const queue = filled(1, ['a1', 'a2', 'b1']);
    expect([queue.remove('a', 'a1'), queue.remove('a', 'a1'), queue.remove('x', 'a2')]).toEqual([true, false, false]);
    expect(served(queue)).toEqual(['a2', 'b1']);
  });

  it('is full for an owner who has as much waiting as anybody', () => {
    const queue = filled(1, ['a1', 'b1', 'a2', 'b2'], 4);
    expect([queue.add('a', 'a3').status, queue.add('b', 'b3').status]).toEqual(['full', 'full']);
  });

  it('drops the newest of who has most, for somebody who has less', () => {
    const queue = filled(1, ['x1'], 4);
    queue.next();
    for (const work of ['a1', 'a2', 'a3', 'b1']) queue.add(work.charAt(0), work);
    expect(queue.add('c', 'c1')).toEqual({ status: 'waiting-instead', dropped: 'a3' });
    expect(queue.add('d', 'd1')).toEqual({ status: 'waiting-instead', dropped: 'a2' });
    expect(queue.add('e', 'e1')).toEqual({ status: 'full' });
    queue.done('x');
    expect(served(queue)).toEqual(['a1', 'b1', 'c1', 'd1']);
  });

  it('takes what can start at once even where nothing may wait', () => {
    const queue = filled(1, [], 0);
    expect(queue.add('a', 'a1')).toEqual({ status: 'waiting' });
    expect(queue.next()?.work).toBe('a1');
    expect(queue.add('b', 'b1')).toEqual({ status: 'full' });
  });
});

type Step = { readonly kind: 'ask'; readonly owner: string; readonly count: number } | { readonly kind: 'end' };

const OWNERS = ['heavy', 'b', 'c', 'd'] as const;

const step: Arbitrary<Step> = oneof(
  {
    weight: 3,
    arbitrary: record({ kind: constant('ask' as const), owner: constantFrom(...OWNERS), count: constant(1) }),
  },
  { weight: 1, arbitrary: record({ kind: constant('ask' as const), owner: constant('heavy'), count: constant(200) }) },
  { weight: 4, arbitrary: constant({ kind: 'end' as const }) },
);

interface Event {
  readonly kind: 'asked' | 'started' | 'ended';
  readonly owner: string;
  readonly number: number;
}

/**
 * What happens where work arrives and ends in any order. The engine behind it does one thing after the other, in the
 * order in which they were started, as the real one does.
 */
function play(steps: readonly Step[], running: number): readonly Event[] {
  const queue = new FairQueue<number>({ running, waiting: 100_000 });
  const [events, engine]: [Event[], { readonly owner: string; readonly number: number }[]] = [[], []];
  let number = 0;
  const serve = (): void => {
    for (let next = queue.next(); next !== null; next = queue.next()) {
      engine.push({ owner: next.owner, number: next.work });
      events.push({ kind: 'started', owner: next.owner, number: next.work });
    }
  };
  const end = (): void => {
    const first = engine.shift();
    if (first === undefined) return;
    events.push({ kind: 'ended', ...first });
    queue.done(first.owner);
    serve();
  };
  for (const one of steps) {
    if (one.kind === 'end') end();
    else
      for (let times = 0; times < one.count; times += 1) {
        events.push({ kind: 'asked', owner: one.owner, number: (number += 1) });
        queue.add(one.owner, number);
        serve();
      }
  }
  while (engine.length > 0) end();
  return events;
}

/** Questions that their owner asked while nothing else of the owner was waiting or being answered. */
function firstQuestions(events: readonly Event[]): readonly Event[] {
  const open = new Map<string, number>();
  return events.filter(({ kind, owner }) => {
    const before = open.get(owner) ?? 0;
    if (kind === 'asked') open.set(owner, before + 1);
    if (kind === 'ended') open.set(owner, before - 1);
    return kind === 'asked' && before === 0;
  });
}

describe('fairness, whoever asks when', () => {
  const plays = array(step, { minLength: 1, maxLength: 60 });

  it('lets no other user delay a first question by more than two answers', () => {
    assert(
      property(plays, integer({ min: 1, max: 5 }), (steps, running) => {
        const events = play(steps, running);
        for (const asked of firstQuestions(events)) {
          const answered = events.findIndex(({ kind, number }) => kind === 'ended' && number === asked.number);
          const between = events.slice(events.indexOf(asked), answered).filter(({ kind }) => kind === 'ended');
          for (const other of OWNERS)
            expect(between.filter(({ owner }) => owner === other).length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('starts everything once, each owner’s work in its order', () => {
    assert(
      property(plays, integer({ min: 1, max: 5 }), (steps, running) => {
        const events = play(steps, running);
        for (const owner of OWNERS) {
          const [asked, started] = ['asked', 'started'].map((kind) =>
            events.filter((event) => event.owner === owner && event.kind === kind).map(({ number }) => number),
          );
          expect(started).toEqual(asked);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is never idle while somebody waits whose work does not run', () => {
    assert(
      property(plays, integer({ min: 1, max: 5 }), (steps, running) => {
        const waiting = new Map<string, number>();
        const busy = new Set<string>();
        const events = play(steps, running);
        for (const [place, { kind, owner }] of events.entries()) {
          if (kind === 'asked') waiting.set(owner, (waiting.get(owner) ?? 0) + 1);
          if (kind === 'started') {
            waiting.set(owner, (waiting.get(owner) ?? 0) - 1);
            busy.add(owner);
          }
          if (kind === 'ended') busy.delete(owner);
          if (events[place + 1]?.kind === 'started') continue;
          const ready = [...waiting].filter(([who, count]) => count > 0 && !busy.has(who));
          if (busy.size < running) expect(ready).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
