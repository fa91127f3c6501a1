import type { Database } from '../database.js';
import { StoreNewerError } from '../store-errors.js';
import { announceSettings, readMeta, writeMeta } from './meta.js';
import { MIGRATIONS, type Migration } from './migrations.js';
import type { Queries } from './tables.js';
import { newSecret } from './user-key.js';

/**
 * Brings a database to the newest version, an empty one too; all or nothing. Of several processes that start at the same
 * moment one does it, and the others find it done.
 * @returns the version of the schema
 * @throws StoreNewerError where a newer program made it; nothing is changed then
 */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<number> {
  return database.writeSchema(async (queries) => {
    // The one table whose shape never changes: it says which shape the others have.
    await queries.schema
      .createTable('yinju_meta')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    const found = Number((await readMeta(queries, 'schema')) ?? 0);
    if (found > migrations.length) throw new StoreNewerError(database.name, found, migrations.length);
    if (found === migrations.length) return found;
    await climb(queries, found, migrations);
    if ((await readMeta(queries, 'secret')) === null) await writeMeta(queries, 'secret', newSecret());
    await announceSettings(queries);
    return migrations.length;
  });
}

/** Goes from one version of the schema to the last of `migrations`. */
export async function climb(queries: Queries, from: number, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations.slice(from)) await migration(queries);
  await writeMeta(queries, 'schema', String(migrations.length));
}
