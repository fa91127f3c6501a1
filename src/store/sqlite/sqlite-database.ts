import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Libsql from 'libsql';
import type { Database as LibsqlDatabase } from 'libsql';
import { Kysely } from 'kysely';
import type { DatabaseAdapter } from '../database.js';
import { StoreLibraryError } from '../store-errors.js';
import type { Tables } from '../tables/tables.js';
import { LockingSqliteDialect } from './sqlite-dialect.js';
import { explainSqlite, isSqliteContention } from './sqlite-errors.js';

/** Milliseconds that SQLite itself waits for a lock when a file is opened: it blocks the process meanwhile. */
const OPENING_PATIENCE = 5000;
/** The same for every transaction; `Database` tries again without blocking. */
const PATIENCE = 10;

/** Only who runs Yinju reads the file: it holds the secret of the keyed hashes. SQLite gives the files beside it the same mode. */
const FILE_MODE = 0o600;

/** The library: one native file a platform, which may be missing. */
type LoadLibrary = () => Promise<typeof Libsql>;

/**
 * Opens a file of SQLite, and makes it and its folder where they are missing. Several processes may have it open.
 * A power cut may lose the last changes before it, and damages nothing.
 * @throws StoreLibraryError, StoreAccessError, StoreWriteError, StoreDamagedError, StoreUnavailableError
 */
export async function openSqlite(
  file: string,
  loadLibrary: LoadLibrary = async () => (await import('libsql')).default,
): Promise<DatabaseAdapter> {
  const Library = await loadLibrary().catch((cause: unknown) => {
    throw new StoreLibraryError(`${process.platform}-${process.arch}`, cause);
  });
  const database = await openFile(file, Library);
  const kysely = new Kysely<Tables>({ dialect: new LockingSqliteDialect(database) });
  return {
    name: file,
    kysely,
    // The transaction holds the only lock for writing that there is.
    lockSchema: () => Promise.resolve(),
    isContention: isSqliteContention,
    explain: (error) => explainSqlite(file, error),
    // On a connection of its own turn: no transaction is open meanwhile.
    erase: () => kysely.connection().execute(() => Promise.resolve(erase(database))),
    close: async () => {
      await kysely.connection().execute(() => Promise.resolve(checkpoint(database)));
      await kysely.destroy();
    },
  };
}

async function openFile(file: string, Library: typeof Libsql): Promise<LibsqlDatabase> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await (await open(file, 'a', FILE_MODE)).close();
    const database = new Library(file);
    // First of all: two processes that start at the same moment both change the journal.
    database.exec(`pragma busy_timeout = ${OPENING_PATIENCE}`);
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = normal');
    // What is deleted is overwritten with zeros; `erase` sees to the copies that moving rows between pages leaves.
    database.exec('pragma secure_delete = on');
    database.exec('pragma temp_store = memory');
    database.exec(`pragma busy_timeout = ${PATIENCE}`);
    return database;
  } catch (cause) {
    throw explainSqlite(file, cause) ?? cause;
  }
}

/** Writes the file anew and empties the write-ahead log. */
function erase(database: LibsqlDatabase): boolean {
  database.exec('vacuum');
  return checkpoint(database);
}

/** Moves the write-ahead log into the file. False where somebody still reads from it. */
function checkpoint(database: LibsqlDatabase): boolean {
  const [result] = database.prepare('pragma wal_checkpoint(truncate)').all();
  return typeof result === 'object' && result !== null && 'busy' in result && result.busy === 0;
}
