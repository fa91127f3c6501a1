import type { Clock } from '../shared/clock.js';
import { reasonOf } from '../shared/errors.js';
import type { Logger } from '../shared/logger.js';
import { backUp, restoreBackup } from './backup/backup-database.js';
import type { Retention } from './contract/retention.js';
import type { Store } from './contract/store.js';
import { Database, type DatabaseAdapter } from './database.js';
import { CachedGuildSettings } from './sql/cached-guild-settings.js';
import { SqlFeedback } from './sql/sql-feedback.js';
import { SqlGuildRegister } from './sql/sql-guild-register.js';
import { SqlGuildSettings } from './sql/sql-guild-settings.js';
import { SqlInsights } from './sql/sql-insights.js';
import { SqlQuestionLog } from './sql/sql-question-log.js';
import { SqlUserData } from './sql/sql-user-data.js';
import { runUpkeep } from './sql/upkeep.js';
import { readMeta } from './tables/meta.js';
import { migrate } from './tables/migrate.js';

/** Where the database is. */
export type StoreLocation =
  /** A file of SQLite, which is made where it is missing, with its folder. */
  | { readonly kind: 'sqlite'; readonly file: string }
  /** A PostgreSQL database, such as `postgres://user:password@host:5432/name`. */
  | { readonly kind: 'postgres'; readonly address: string };

export interface StoreOptions extends Retention {
  readonly location: StoreLocation;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends the opening; an open store is ended by `close`. */
  readonly signal?: AbortSignal;
}

/**
 * Opens the store and brings its database to the newest version. The libraries of databases are loaded here and not
 * before.
 * @throws the errors of `store-errors.ts`; the signal's reason where it is aborted
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { location, logger, signal } = options;
  signal?.throwIfAborted();
  const adapter = await openAdapter(location, logger);
  const database = new Database(adapter);
  try {
    await migrate(database);
    signal?.throwIfAborted();
  } catch (error) {
    await database.close();
    throw error;
  }
  return storeOn(database, options);
}

/** Opens a database of one kind or the other, and loads its library. @throws the errors of `store-errors.ts` */
export async function openAdapter(location: StoreLocation, logger: Logger): Promise<DatabaseAdapter> {
  if (location.kind === 'sqlite') {
    const { openSqlite } = await import('./sqlite/sqlite-database.js');
    return openSqlite(location.file);
  }
  const { openPostgres } = await import('./postgres/postgres-database.js');
  return openPostgres(location.address, (error) =>
    logger.warn('database-connection-lost', { reason: reasonOf(error) }),
  );
}

function storeOn(database: Database, { clock, logger, logQuestions, retentionDays }: StoreOptions): Store {
  const retention = { logQuestions, retentionDays };
  const settings = new CachedGuildSettings(new SqlGuildSettings(database), clock, logger);
  return {
    retention,
    settings,
    feedback: new SqlFeedback(database, clock, retention),
    questions: new SqlQuestionLog(database, clock, retention),
    insights: new SqlInsights(database, clock, retention),
    users: new SqlUserData(database),
    guilds: new SqlGuildRegister(database, clock, () => settings.forget()),
    upkeep: async () => {
      const done = await runUpkeep(database, clock, retention);
      if (done.guilds > 0) settings.forget();
      return done;
    },
    ping: async () => {
      await database.read((queries) => readMeta(queries, 'schema'));
    },
    backup: () => backUp(database, clock),
    restore: async (file) => {
      const restored = await restoreBackup(database, file);
      settings.forget();
      return restored;
    },
    close: () => database.close(),
  };
}
