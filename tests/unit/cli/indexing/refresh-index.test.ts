import { describe, expect, it } from 'vitest';
import { refreshIndex } from '../../../../src/cli/indexing/refresh-index.js';
import type { BuildReport } from '../../../../src/indexing/build/build-report.js';

const BUILT: BuildReport = {
  outcome: 'built',
  generation: '000002',
  documents: 3,
  passages: 10,
  added: ['c'],
  changed: [],
  removed: ['d'],
  encoded: 4,
  compacted: false,
  vectorIndex: 'exact',
  notices: [{ key: 'not-flushed', reason: 'EIO' }],
};

/** The report of refreshing, which takes 7 milliseconds, and what was told meanwhile. */
async function refresh(build: BuildReport) {
  const told: string[] = [];
  let now = 100;
  const clock = { now: () => new Date(0), monotonic: () => now };
  const work = (): Promise<BuildReport> => {
    now += 7;
    return Promise.resolve(build);
  };
  const reporter = { notice: (message: string) => void told.push(message), progress: () => undefined };
  return { report: await refreshIndex(work, reporter, clock), told };
}

describe('refreshIndex', () => {
  it('says what was built, what was taken over, and how long it took', async () => {
    expect((await refresh(BUILT)).report).toEqual({
      generation: '000002',
      changed: true,
      documents: 3,
      passages: 10,
      encoded: 4,
      reused: 6,
      removed: ['d'],
      milliseconds: 7,
    });
  });

  it('says that nothing changed', async () => {
    const { report } = await refresh({ ...BUILT, outcome: 'unchanged', encoded: 0 });
    expect(report).toMatchObject({ changed: false, reused: 10 });
  });

  it('tells every notice: nobody was given a reason for this build', async () => {
    const { told } = await refresh({
      ...BUILT,
      notices: [
        ...BUILT.notices,
        { key: 'versions-replaced', found: { reader: '0', splitter: '0', tokenizer: '0', catalogue: '0' } },
      ],
    });
    expect(told).toEqual([
      'The index is in place, but a power cut may undo it (EIO).',
      'The index was made by another version of Yinju: every document was read again.',
    ]);
  });
});
