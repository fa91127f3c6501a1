import { describe, expect, it } from 'vitest';
import { tellOfBuilds } from '../../../../src/cli/indexing/index-notices.js';
import type { BuildNotice, BuildReport } from '../../../../src/indexing/build/build-report.js';
import type { OpenedIndex } from '../../../../src/indexing/open-index.js';
import { HashingEncoder } from '../../../support/hashing-encoder.js';
import { VERSIONS } from '../../../support/index-fixture.js';

const found = new HashingEncoder({ model: 'before' }).identity;
const wanted = new HashingEncoder({ model: 'now' }).identity;
const damaged = { status: 'damaged', folder: 'index', file: 'CURRENT', reason: 'was changed' } as const;
const BUILT = 'Index built: 2 documents, 5 passages (generation 000001), 3 encoded.';

function reportWith(notices: readonly BuildNotice[]): BuildReport {
  const ids = { added: ['a', 'b'], changed: [], removed: [] };
  const counts = { documents: 2, passages: 5, encoded: 3 };
  return {
    outcome: 'built',
    generation: '000001',
    compacted: false,
    vectorIndex: 'exact',
    notices,
    ...ids,
    ...counts,
  };
}

/** What somebody who asks is told of a build. */
function told(
  opened: Exclude<OpenedIndex, { readonly status: 'ready' }>,
  ...notices: readonly BuildNotice[]
): readonly string[] {
  const lines: string[] = [];
  const { onBuild, onBuilt } = tellOfBuilds({
    notice: (message) => void lines.push(message),
    progress: () => undefined,
  });
  onBuild(opened);
  onBuilt(reportWith(notices));
  return lines;
}

describe('somebody who asks and has to wait for a build', () => {
  it.each<readonly [Exclude<OpenedIndex, { readonly status: 'ready' }>, BuildNotice, string]>([
    [damaged, { key: 'unusable-replaced', index: damaged }, 'CURRENT was changed'],
    [
      { status: 'other-encoder', folder: 'index', found, wanted },
      { key: 'encoder-replaced', found },
      'it was made with the encoder before, not with now',
    ],
    [
      { status: 'other-versions', folder: 'index', found: VERSIONS, wanted: VERSIONS },
      { key: 'versions-replaced', found: VERSIONS },
      'it was made by another version of Yinju',
    ],
  ])('is told the reason once: $status', (opened, notice, reason) => {
    expect(told(opened, notice)).toEqual([`The index cannot be used (${reason}): building it anew.`, BUILT]);
  });

  it('is told what happened during the build', () => {
    const missing = { status: 'missing', folder: 'index' } as const;
    expect(told(missing, { key: 'lock-taken-over', owner: null })).toEqual([
      'There is no index yet: building it.',
      'The lock of an unfinished build was taken over: it no longer runs.',
      BUILT,
    ]);
  });
});
