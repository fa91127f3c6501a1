import { describe, expect, it } from 'vitest';
import { repeatsReason, wordBuildNotice, wordBuildReason } from '../../../src/cli/index-notices.js';
import type { BuildNotice } from '../../../src/indexing/build-report.js';
import type { OpenedIndex } from '../../../src/indexing/open-index.js';
import { HashingEncoder } from '../../support/hashing-encoder.js';
import { VERSIONS } from '../../support/index-fixture.js';

const found = new HashingEncoder({ model: 'before' }).identity;
const wanted = new HashingEncoder({ model: 'now' }).identity;
const damaged = { status: 'damaged', folder: 'index', file: 'CURRENT', reason: 'was changed' } as const;

describe('what a build has to tell', () => {
  it.each<readonly [Exclude<OpenedIndex, { readonly status: 'ready' }>, BuildNotice, RegExp]>([
    [damaged, { key: 'unusable-replaced', index: damaged }, /CURRENT was changed/],
    [{ status: 'other-encoder', folder: 'index', found, wanted }, { key: 'encoder-replaced', found }, /before/],
    [
      { status: 'other-versions', folder: 'index', found: VERSIONS, wanted: VERSIONS },
      { key: 'versions-replaced', found: VERSIONS },
      /another version of Yinju/,
    ],
  ])('is not told again where the reason of the build said it: $status', (opened, notice, told) => {
    expect(wordBuildReason(opened)).toMatch(told);
    expect(wordBuildNotice(notice)).toMatch(told);
    expect(repeatsReason(notice)).toBe(true);
  });

  it.each<BuildNotice>([
    { key: 'lock-taken-over', owner: null },
    { key: 'lock-left', path: 'lock', reason: 'EACCES' },
    { key: 'graph-unavailable', reason: 'no compiler' },
    { key: 'not-flushed', reason: 'EIO' },
  ])('is news where it happened during the build: $key', (notice) => {
    expect(repeatsReason(notice)).toBe(false);
  });
});
