import fc from 'fast-check';
import { describe, it } from 'vitest';
import { PASSAGE_PROPERTIES } from '../../support/passage-properties.js';

describe('splitPassages, whatever the text', () => {
  it.each(Object.entries(PASSAGE_PROPERTIES))('%s', async (_, property) => {
    await fc.assert(property, { numRuns: 60 });
  });
});
