import { describe, expect, it } from 'vitest';
import { WorkInFlight } from '../../../../src/discord/gateway/work-in-flight.js';

const never = new AbortController().signal;

describe('WorkInFlight', () => {
  it('drains at once where nothing runs', async () => {
    expect(await new WorkInFlight().drain(never)).toBe(0);
  });

  it('waits for everything, failures included', async () => {
    const work = new WorkInFlight();
    let finish: () => void = () => undefined;
    work.add(new Promise<void>((resolve) => (finish = resolve)));
    work.add(Promise.reject(new Error('handled by whoever added it')));
    const drained = work.drain(never);
    finish();
    expect(await drained).toBe(0);
    expect(work.size).toBe(0);
  });

  it('says how much is left when the time is up', async () => {
    const work = new WorkInFlight();
    work.add(new Promise<void>(() => undefined));
    const limit = new AbortController();
    const drained = work.drain(limit.signal);
    limit.abort();
    expect(await drained).toBe(1);
    expect(await work.drain(AbortSignal.abort())).toBe(1);
  });
});
