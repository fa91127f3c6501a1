import type { Database as LibsqlDatabase } from 'libsql';
import { SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Driver, TransactionSettings } from 'kysely';

/** Kysely's dialect for SQLite, with transactions that several processes can begin at the same moment. */
export class LockingSqliteDialect extends SqliteDialect {
  readonly #database: LibsqlDatabase;

  constructor(database: LibsqlDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new LockingSqliteDriver(this.#database);
  }
}

/**
 * Takes the lock when a transaction begins, and nowhere else: where it is held, that one statement fails and can be
 * tried again. A transaction that reads first and writes later would fail in its middle, without waiting.
 *
 * All statements that may find a lock go through `exec`. A prepared statement of libsql that fails with SQLITE_BUSY is
 * not reset: its transaction stays open until the garbage collector comes by, and what the connection writes meanwhile
 * is seen by nobody else.
 */
class LockingSqliteDriver extends SqliteDriver {
  readonly #database: LibsqlDatabase;

  constructor(database: LibsqlDatabase) {
    super({ database });
    this.#database = database;
  }

  // Kysely hands these to callers that await them: what is thrown must come as a rejection.
  override beginTransaction(_connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    return settled(() => {
      if (settings?.accessMode !== 'read only') {
        this.#database.exec('begin immediate');
        return;
      }
      this.#database.exec('begin');
      try {
        // SQLite takes the lock of a reader at the first read.
        this.#database.exec('select 1 from sqlite_schema limit 1');
      } catch (error) {
        this.#database.exec('rollback');
        throw error;
      }
    });
  }

  override commitTransaction(): Promise<void> {
    return settled(() => this.#database.exec('commit'));
  }

  override rollbackTransaction(): Promise<void> {
    return settled(() => {
      // SQLite has rolled back by itself where the disk was full: a second time would hide that error by another.
      if (this.#database.inTransaction) this.#database.exec('rollback');
    });
  }
}

async function settled(action: () => unknown): Promise<void> {
  await Promise.resolve();
  action();
}
