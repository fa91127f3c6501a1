import type { DatabaseAdapter } from '../../src/store/database.js';
import type { StoreLocation } from '../../src/store/open-store.js';

/** An empty database of one test. */
export interface TestDatabase {
  readonly location: StoreLocation;
  /** As Kysely reports it: undefined where the database has no schemas. */
  readonly schema: string | undefined;
  /** A connection beside the store's, as another process has it. */
  connect(): Promise<DatabaseAdapter>;
  /** All that an attacker with the database and its files could read, as Latin-1. */
  everything(): Promise<string>;
}

/** Makes the database of one test. */
export type PrepareDatabase = () => Promise<TestDatabase>;
