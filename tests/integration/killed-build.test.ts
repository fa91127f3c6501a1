import { describe, expect, it } from 'vitest';
import { killBuilds } from '../support/killed-builds.js';

describe('a build that is killed', () => {
  it('leaves the old index serving or the new one, and the next build succeeds', async () => {
    // Some calls only, since each takes two processes. tests/long/killed-build.test.ts takes every one.
    expect(new Set(await killBuilds(9))).toEqual(new Set(['old,same', 'new,same']));
  }, 120_000);
});
