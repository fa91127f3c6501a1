import { describe, expect, it } from 'vitest';
import { Keystrokes } from '../../../../src/discord/choices/keystrokes.js';

/** Lets everything happen that can happen without anybody doing something. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Look-ups that the test ends, over a desk of keystrokes. */
class Typing {
  readonly desk: Keystrokes;
  readonly begun: string[] = [];
  readonly #ends = new Map<string, () => void>();

  constructor(limits = { running: 2, waiting: 3 }) {
    this.desk = new Keystrokes(limits);
  }

  /** A user types so far. */
  type(user: string, typed: string): Promise<readonly string[]> {
    return this.desk.take(user, () => {
      this.begun.push(typed);
      return new Promise((resolve) => this.#ends.set(typed, () => resolve([`choice for ${typed}`])));
    });
  }

  async end(typed: string): Promise<void> {
    this.#ends.get(typed)?.();
    await settled();
  }
}

describe('Keystrokes', () => {
  it('look up what is typed', async () => {
    const typing = new Typing();
    const choices = typing.type('a', '网');
    await settled();
    await typing.end('网');
    expect(await choices).toEqual(['choice for 网']);
  });

  it('of one user are looked up one at a time, and of those that wait the newest alone', async () => {
    const typing = new Typing();
    const flood = Array.from({ length: 1000 }, (_, index) => typing.type('a', `a${index}`));
    await settled();
    expect(typing.begun).toEqual(['a0']);
    await typing.end('a0');
    expect(typing.begun).toEqual(['a0', 'a999']);
    await typing.end('a999');
    const choices = await Promise.all(flood);
    expect(choices.filter((some) => some.length > 0)).toEqual([['choice for a0'], ['choice for a999']]);
  });

  it('of others are not kept waiting by the flood of one', async () => {
    const typing = new Typing({ running: 1, waiting: 3 });
    void typing.type('a', 'a0');
    void typing.type('a', 'a1');
    const other = typing.type('b', 'b0');
    for (let index = 2; index < 500; index += 1) void typing.type('a', `a${index}`);
    await settled();
    await typing.end('a0');
    await typing.end('a499');
    expect(typing.begun).toEqual(['a0', 'a499', 'b0']);
    await typing.end('b0');
    expect(await other).toEqual(['choice for b0']);
  });

  it('of more users than may wait get no choices, at once', async () => {
    const typing = new Typing({ running: 1, waiting: 2 });
    const all = ['a', 'b', 'c', 'd'].map((user) => typing.type(user, user));
    expect(await all[3]).toEqual([]);
    await settled();
    for (const user of ['a', 'b', 'c']) await typing.end(user);
    expect(await Promise.all(all.slice(0, 3))).toEqual([['choice for a'], ['choice for b'], ['choice for c']]);
  });

  it('go on where a look-up fails', async () => {
    const { desk } = new Typing({ running: 1, waiting: 1 });
    await expect(desk.take('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await desk.take('a', () => Promise.resolve(['一']))).toEqual(['一']);
  });

  it('let what has arrived meanwhile pass before each look-up', async () => {
    const desk = new Keystrokes();
    const order: string[] = [];
    setImmediate(() => order.push('answer'));
    await desk.take('a', () => Promise.resolve([order.push('look-up')]));
    expect(order).toEqual(['answer', 'look-up']);
  });
});
