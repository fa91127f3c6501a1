import { describe, expect, it } from 'vitest';
import { killBuilds } from '../support/killed-builds.js';

describe('a build that is killed, at every call of the file system in turn', () => {
  it('leaves the old index serving until the pointer is replaced, then the new one, and the next build succeeds', async () => {
    const outcomes = await killBuilds();
    const firstNew = outcomes.indexOf('new,same');
    expect(firstNew).toBeGreaterThan(0);
    expect(new Set(outcomes.slice(0, firstNew))).toEqual(new Set(['old,same']));
    expect(new Set(outcomes.slice(firstNew))).toEqual(new Set(['new,same']));
  });
});
