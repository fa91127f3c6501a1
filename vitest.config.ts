import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

/** `npm test`: everything that is quick. The runs that take minutes have vitest.long.config.ts. */
export default defineConfig({
  test: {
    // Half of the time is spent in child processes: one worker a core, where the default leaves one core idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...timeouts,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        test: {
          ...timeouts,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/build-once.ts'],
        },
      },
    ],
  },
});
