import { afterAll, beforeAll } from 'vitest';
import { silentLogger } from '../../src/shared/logger.js';
import { openStore } from '../../src/store/open-store.js';
import { SqliteFiles } from '../support/sqlite-files.js';
import { describeStore } from './store.js';
import { describeStoreDatabase } from './store-database.js';
import { describeStoreVersions } from './store-versions.js';

let files: SqliteFiles;
beforeAll(async () => {
  files = await SqliteFiles.make();
});
afterAll(() => files.remove());

describeStore(
  'SQLite',
  () => {
    const { location } = files.next();
    return Promise.resolve((clock, retention) => openStore({ location, clock, logger: silentLogger, ...retention }));
  },
  50,
);

describeStoreDatabase('SQLite', () => Promise.resolve(files.next()));
describeStoreVersions('SQLite', () => Promise.resolve(files.next()));
