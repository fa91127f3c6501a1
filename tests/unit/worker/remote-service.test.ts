import { describe, expect, it } from 'vitest';
import { callByName, remoteService, signalAmong } from '../../../src/worker/remote-service.js';

interface Greeter {
  greet(name: string, signal?: AbortSignal): Promise<string>;
  leave(): Promise<void>;
}

describe('remoteService', () => {
  it('passes the name and the values of each call on', async () => {
    const calls: unknown[] = [];
    const greeter = remoteService<Greeter>((method, values) => {
      calls.push([method, ...values]);
      return Promise.resolve(`${method}!`);
    });
    expect(await greeter.greet('Wei')).toBe('greet!');
    await greeter.leave();
    expect(calls).toEqual([['greet', 'Wei'], ['leave']]);
  });

  it('rejects with what the call rejects with', async () => {
    const greeter = remoteService<Greeter>(() => Promise.reject(new RangeError('gone')));
    await expect(greeter.leave()).rejects.toThrow(RangeError);
  });

  it('can be given out by a promise, and gives the same method each time', async () => {
    const greeter = remoteService<Greeter>(() => Promise.resolve('there'));
    const same = await Promise.resolve(greeter);
    expect(await same.greet('Wei')).toBe('there');
    expect(Reflect.get(same, 'greet')).toBe(Reflect.get(greeter, 'greet'));
  });
});

describe('callByName', () => {
  class Counter {
    #count = 0;
    readonly step = 2;

    add(times: number): Promise<number> {
      this.#count += times * this.step;
      return Promise.resolve(this.#count);
    }
  }

  it('calls the method on its object', async () => {
    const counter = new Counter();
    await callByName(counter, 'add', [1]);
    expect(await callByName(counter, 'add', [2])).toBe(6);
  });

  it.each(['step', 'missing'])('refuses %s, which is no method', async (name) => {
    await expect(callByName(new Counter(), name, [])).rejects.toThrow(RangeError);
  });
});

describe('signalAmong', () => {
  it('finds the signal wherever it stands', () => {
    const { signal } = new AbortController();
    expect(signalAmong(['text', null, signal])).toBe(signal);
    expect(signalAmong(['text', { aborted: false }])).toBeUndefined();
  });
});
