import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `npm run test:long`: the runs that take minutes. */
export default defineConfig({
  test: {
    include: ['tests/long/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A poll ends at the first success: a slow machine costs time and nothing else.
    expect: { poll: { timeout: 20_000 } },
    // They wait for processes, for the network and for time more than they reckon.
    maxWorkers: Math.min(2, availableParallelism()),
  },
});
