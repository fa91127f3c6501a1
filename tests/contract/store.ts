import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../support/memory-store.js';
import { operationArbitrary } from '../support/store-operations.js';
import { describeDeletion } from './store/deletion.js';
import { describeRecords } from './store/records.js';
import { describeSettings } from './store/settings.js';
import { freshStores, type OpenForTest } from './store/store-examples.js';

/**
 * What every store does.
 * @param prepare makes a place for the store of one test
 * @param runs how many random histories are compared with the store in memory; 0 for that one itself
 */
export function describeStore(name: string, prepare: () => Promise<OpenForTest>, runs: number): void {
  const fresh = freshStores(prepare);

  describe(`the store: ${name}`, () => {
    describeSettings(fresh);
    describeRecords(fresh);
    describeDeletion(fresh);

    if (runs > 0)
      it('does what the store in memory does, whatever happens in whatever order', { timeout: 120_000 }, async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(operationArbitrary, { maxLength: 40 }),
            fc.boolean(),
            async (history, logQuestions) => {
              const retention = { logQuestions, retentionDays: 3 };
              const { store, clock } = await fresh(retention);
              const model = createMemoryStore(clock, retention);
              for (const step of history) {
                // No two things happen at the same instant.
                clock.advance({ milliseconds: 1 });
                if ('hours' in step) clock.advance({ seconds: step.hours * 3600 });
                else expect(await step.apply(store), step.name).toEqual(await step.apply(model));
              }
            },
          ),
          { numRuns: runs },
        );
      });
  });
}
