import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/shared/errors.js';
import type { IndexState } from '../../../src/indexing/index-state.js';
import { followIndex } from '../../../src/worker/follow-index.js';
import { RecordingLogger } from '../../support/discord-emulator/recording-logger.js';

const fresh = (generation: string): IndexState => ({ generation, fresh: true, fingerprint: generation });
const changed: IndexState = { generation: 'g1', fresh: false, fingerprint: 'changed' };

/** Follows through some looks, each of which sees a state or fails; `replace` does what the test says. */
async function follow(looks: readonly (IndexState | Error)[], replace: () => Promise<boolean>) {
  const [logger, end, pauses]: [RecordingLogger, AbortController, number[]] = [
    new RecordingLogger(),
    new AbortController(),
    [],
  ];
  const left = [...looks];
  await followIndex({
    threads: {
      generation: 'g1',
      replace,
      service: {
        indexState: () => {
          const look = left.shift();
          if (look === undefined) return Promise.reject(new Error('one look too many'));
          return look instanceof Error ? Promise.reject(look) : Promise.resolve(look);
        },
      },
    },
    logger,
    clock: { now: () => new Date(0), monotonic: () => 0 },
    pause: (milliseconds, signal) => {
      pauses.push(milliseconds);
      if (left.length === 0) end.abort(new Error('over'));
      signal.throwIfAborted();
      return Promise.resolve();
    },
    signal: end.signal,
  });
  return { lines: logger.lines, pauses };
}

describe('followIndex', () => {
  it('looks every few seconds and replaces nothing while nothing changes', async () => {
    const { lines, pauses } = await follow([fresh('g1'), fresh('g1')], () => Promise.reject(new Error('not expected')));
    expect(lines).toEqual([]);
    expect(new Set(pauses)).toEqual(new Set([5000]));
  });

  it('replaces the engine once when the documents changed', async () => {
    let replaced = 0;
    const replace = () => Promise.resolve((replaced += 1) > 0);
    await follow([fresh('g1'), changed, changed, changed], replace);
    expect(replaced).toBe(1);
  });

  it('goes on after a build that failed, and logs why', async () => {
    const failure = new UsageError('001.yaml: line 3 is used twice.');
    const { lines } = await follow([changed, changed, fresh('g1')], () => Promise.reject(failure));
    expect(lines).toEqual([
      {
        level: 'error',
        event: 'index-not-followed',
        facts: { code: 'usage', reason: '001.yaml: line 3 is used twice.' },
      },
    ]);
  });

  it('goes on after a look that failed', async () => {
    let replaced = 0;
    const replace = () => Promise.resolve((replaced += 1) > 0);
    const { lines } = await follow([new Error('the drive has gone'), changed, changed], replace);
    expect(lines.map(({ event }) => event)).toEqual(['index-not-followed']);
    expect(replaced).toBe(1);
  });

  it('tells a failure that lasts once, and once more when it comes back', async () => {
    const gone = new Error('the drive has gone');
    const { lines } = await follow([gone, gone, fresh('g1'), gone, gone], () => Promise.resolve(true));
    expect(lines.map(({ event }) => event)).toEqual(['index-not-followed', 'index-not-followed']);
  });

  it('says that the documents are in the index although nothing was replaced: they were only touched', async () => {
    const { lines } = await follow([changed, changed, fresh('g1')], () => Promise.resolve(false));
    expect(lines).toEqual([{ level: 'info', event: 'index-unchanged', facts: { generation: 'g1' } }]);
  });

  it('warns that the index is still out of date: the build failed', async () => {
    const { lines } = await follow([changed, changed, changed], () => Promise.resolve(false));
    expect(lines).toEqual([{ level: 'warn', event: 'index-out-of-date', facts: { generation: 'g1' } }]);
  });
});
