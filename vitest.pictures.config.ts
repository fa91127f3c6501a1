import { defineConfig } from 'vitest/config';

/** `npm run pictures`: draws what README.md shows. The folder is the usual one for what only the page of a repository needs. */
export default defineConfig({
  test: {
    include: ['tests/long/pictures.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { PICTURES_FOLDER: '.github/pictures' },
  },
});
