import type { Database } from '../database.js';
import { newToken, readMeta, writeMeta } from '../tables/meta.js';
import type { Queries } from '../tables/tables.js';

/** Notes, in the transaction that deletes, that the files hold remains. It outlives the process. */
export async function requestErasure(queries: Queries): Promise<void> {
  await writeMeta(queries, 'erasure', newToken());
}

/** Erases what deleted rows left in the files, if anything did since the last time. */
export async function eraseIfRequested(database: Database): Promise<void> {
  const request = await database.read((queries) => readMeta(queries, 'erasure'));
  if (request === null) return;
  await database.erase();
  // A request that came meanwhile has another token and stays: its rows may have been in the way of this one.
  await database.write((queries) =>
    queries.deleteFrom('yinju_meta').where('name', '=', 'erasure').where('value', '=', request).execute(),
  );
}
