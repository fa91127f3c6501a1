import { describe } from 'vitest';
import type { PrepareDatabase } from '../support/test-database.js';
import { describeBackups } from './store-database/backups.js';
import { describeErasure } from './store-database/erasure.js';
import { describeMigrations } from './store-database/migrations.js';
import { describeProcesses } from './store-database/processes.js';

/** What only a store with a database under it does: versions, processes, backups, files. */
export function describeStoreDatabase(name: string, prepare: PrepareDatabase): void {
  describe(`the database of the store: ${name}`, () => {
    describeProcesses(prepare);
    describeMigrations(prepare);
    describeBackups(prepare);
    describeErasure(prepare);
  });
}
