import { defineConfig } from 'vitest/config';

/** `npm run soak`: the long soak. `SOAK_DEEDS`, `SOAK_RATE` and `SOAK_SEED` change it; see tests/support/soak/soak-options.ts. */
export default defineConfig({
  test: {
    include: ['tests/long/soak.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    env: { SOAK_DEEDS: process.env.SOAK_DEEDS ?? '10000' },
  },
});
