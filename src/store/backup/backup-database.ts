import { sql } from 'kysely';
import type { Clock } from '../../shared/clock.js';
import { YinjuError } from '../../shared/errors.js';
import type { Restored } from '../contract/store.js';
import type { Database } from '../database.js';
import { eraseIfRequested, requestErasure } from '../sql/erasure.js';
import { BackupDamagedError } from '../store-errors.js';
import { announceSettings, readMeta } from '../tables/meta.js';
import { climb } from '../tables/migrate.js';
import { MIGRATIONS, type Migration } from '../tables/migrations.js';
import { TABLE_NAMES, type Queries } from '../tables/tables.js';
import { readBackup, writeBackup, type BackupRow } from './backup-file.js';

/** Rows that one statement inserts: well below the 32,766 values that SQLite takes at once. */
const ROWS_AT_ONCE = 500;

const META = 'yinju_meta';
const CONTENT_TABLES: readonly string[] = TABLE_NAMES.filter((table) => table !== META);

/** One consistent state of everything: the secret of the keyed hashes is in it, what concerns only this database is not. */
export async function backUp(database: Database, clock: Clock): Promise<Uint8Array> {
  return database.read(async (queries) => {
    const tables = new Map<string, readonly BackupRow[]>();
    tables.set(META, [{ name: 'secret', value: await readMeta(queries, 'secret') }]);
    for (const table of CONTENT_TABLES) {
      const { rows } = await sql<BackupRow>`select * from ${sql.table(table)}`.execute(queries);
      tables.set(table, rows);
    }
    const schema = Number(await readMeta(queries, 'schema'));
    return writeBackup({ schema, createdAt: clock.now(), tables });
  });
}

/**
 * Puts a backup in the place of everything, in one transaction: the tables are made anew as they were when the backup was
 * written, filled, and brought to the newest version.
 * @throws BackupDamagedError, BackupNewerError
 */
export async function restoreBackup(
  database: Database,
  file: Uint8Array,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Restored> {
  const { schema, createdAt, tables } = readBackup(file, migrations.length);
  await database.writeSchema(async (queries) => {
    for (const table of [...CONTENT_TABLES].reverse()) await queries.schema.dropTable(table).ifExists().execute();
    await climb(queries, 0, migrations.slice(0, schema));
    try {
      await queries.deleteFrom(META).where('name', '=', 'secret').execute();
      for (const [table, rows] of tables) await fill(queries, table, rows);
    } catch (error) {
      throw error instanceof YinjuError
        ? error
        : new BackupDamagedError('does not fit the tables of its version', error);
    }
    await climb(queries, schema, migrations);
    await announceSettings(queries);
    await requestErasure(queries);
  });
  await eraseIfRequested(database);
  return { createdAt: createdAt.toISOString(), rows: [...tables.values()].reduce((sum, rows) => sum + rows.length, 0) };
}

async function fill(queries: Queries, table: string, rows: readonly BackupRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const batch = rows.slice(start, start + ROWS_AT_ONCE);
    const columns = Object.keys(batch[0] ?? {}).sort();
    const values = batch.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(queries);
  }
}
