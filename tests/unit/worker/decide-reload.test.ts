import { describe, expect, it } from 'vitest';
import type { IndexState } from '../../../src/indexing/index-state.js';
import { decideReload, NOTHING_SEEN, RETRY_MILLISECONDS } from '../../../src/worker/decide-reload.js';

interface Look {
  readonly state: IndexState;
  readonly served?: string | null;
  readonly at?: number;
}

const served: IndexState = { generation: 'g1', fresh: true, fingerprint: 'as indexed' };
const changed: IndexState = { generation: 'g1', fresh: false, fingerprint: 'one document more' };

/** Which of some looks in a row ask for a new engine. */
function decisions(looks: readonly Look[]): readonly boolean[] {
  let memory = NOTHING_SEEN;
  return looks.map(({ state, served: generation = 'g1', at = 0 }) => {
    const decision = decideReload(state, generation, memory, at);
    memory = decision.memory;
    return decision.reload;
  });
}

describe('decideReload', () => {
  it('leaves alone what is served', () => {
    expect(decisions([{ state: served }, { state: served }, { state: served }])).toEqual([false, false, false]);
  });

  it('waits until documents that change have stood still for one look', () => {
    const more = { ...changed, fingerprint: 'two documents more' };
    expect(decisions([{ state: changed }, { state: more }, { state: more }])).toEqual([false, false, true]);
  });

  it('takes up a generation that another process built', () => {
    const other: IndexState = { generation: 'g2', fresh: true, fingerprint: 'another pointer' };
    expect(decisions([{ state: other }, { state: other }])).toEqual([false, true]);
  });

  it('has nothing to do when documents change back', () => {
    expect(decisions([{ state: changed }, { state: served }, { state: served }])).toEqual([false, false, false]);
  });

  it('does not try the same state again and again, but once more later', () => {
    const looks = [0, 5000, 10_000, 5000 + RETRY_MILLISECONDS - 1, 5000 + RETRY_MILLISECONDS];
    expect(decisions(looks.map((at) => ({ state: changed, at })))).toEqual([false, true, false, false, true]);
  });

  it('tries at once again when the documents change after a failure', () => {
    const mended = { ...changed, fingerprint: 'mended' };
    expect(decisions([changed, changed, changed, mended, mended].map((state) => ({ state })))).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('takes an index that vanished for a change', () => {
    const gone: IndexState = { generation: null, fresh: false, fingerprint: 'no pointer' };
    expect(decisions([{ state: gone }, { state: gone }])).toEqual([false, true]);
  });
});
