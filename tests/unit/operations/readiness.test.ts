import { describe, expect, it } from 'vitest';
import { checkParts, type CheckedParts } from '../../../src/operations/readiness.js';
import { EngineDownError } from '../../../src/worker/worker-errors.js';

const INDEX = { generation: '000003', documents: 7, passages: 110 };
const WELL: CheckedParts = {
  engine: { summary: () => Promise.resolve(INDEX) },
  store: { ping: () => Promise.resolve() },
  isConnected: true,
};
const never = (): Promise<never> => new Promise(() => undefined);

describe('checkParts', () => {
  it('finds nothing wrong where all answer', async () => {
    expect(await checkParts(WELL)).toEqual({ unready: [], index: INDEX });
  });

  it('names every part that is not there yet', async () => {
    expect(await checkParts({ engine: null, store: null, isConnected: null })).toEqual({
      unready: [
        { part: 'gateway', reason: 'not-open' },
        { part: 'engine', reason: 'not-open' },
        { part: 'store', reason: 'not-open' },
      ],
      index: null,
    });
  });

  it('names a connection that does not stand', async () => {
    const { unready } = await checkParts({ ...WELL, isConnected: false });
    expect(unready).toEqual([{ part: 'gateway', reason: 'not-connected' }]);
  });

  it('tells why a part fails by the code of the error, and of a foreign error nothing', async () => {
    const { unready, index } = await checkParts({
      ...WELL,
      engine: { summary: () => Promise.reject(new EngineDownError(1000)) },
      store: { ping: () => Promise.reject(new RangeError('password=secret')) },
    });
    expect(unready).toEqual([
      { part: 'engine', reason: 'engine-down' },
      { part: 'store', reason: 'failed' },
    ]);
    expect(index).toBeNull();
  });

  it('waits no longer for a part than it is told to', async () => {
    const { unready } = await checkParts({ ...WELL, engine: { summary: never }, store: { ping: never } }, 10);
    expect(unready).toEqual([
      { part: 'engine', reason: 'no-answer' },
      { part: 'store', reason: 'no-answer' },
    ]);
  });
});
