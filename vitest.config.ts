import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `npm test`: everything that is quick and runs no built program. The runs that take minutes have vitest.long.config.ts. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts', 'tests/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A poll ends at the first success: a slow machine costs time and nothing else.
    expect: { poll: { timeout: 20_000 } },
    // Half of the time is spent in child processes: one worker a core, where the default leaves one core idle.
    maxWorkers: availableParallelism(),
  },
});
