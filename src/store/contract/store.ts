import type { FeedbackStore } from './feedback.js';
import type { GuildRegister } from './guild-register.js';
import type { GuildSettingsStore } from './guild-settings.js';
import type { InsightsReader } from './insights.js';
import type { QuestionLog } from './question-log.js';
import type { Retention } from './retention.js';
import type { UserDataStore } from './user-data.js';

/** What one round of upkeep removed. */
export interface Upkeep {
  readonly feedback: number;
  readonly questions: number;
  readonly guilds: number;
}

/** How many entries a backup put back, by table. */
export interface Restored {
  readonly createdAt: string;
  readonly rows: number;
}

/** Backup and restore of everything in the store, as the commands of that name need it. */
export interface StoreBackup {
  /** One consistent state of everything as a file: see `backup-file.ts`. The same state gives the same bytes in SQLite and PostgreSQL. */
  backup(): Promise<Uint8Array>;
  /**
   * Puts a backup in the place of everything in the store, or changes nothing. A backup of an older version is brought up
   * to date. Other processes may go on meanwhile.
   * @throws BackupDamagedError, BackupNewerError
   */
  restore(file: Uint8Array): Promise<Restored>;
}

/**
 * The bot's database: settings, feedback and counts, each behind a port of its own, and what runs it.
 *
 * Every call waits ten seconds at most for the database or for another process, and then throws an error of
 * `store-errors.ts`, which says what to do. Calls may overlap. Several processes may use one database.
 */
export interface Store extends StoreBackup {
  /** What is kept of users, and for how long: to be told to them. */
  readonly retention: Retention;
  readonly settings: GuildSettingsStore;
  readonly feedback: FeedbackStore;
  readonly questions: QuestionLog;
  readonly insights: InsightsReader;
  readonly users: UserDataStore;
  readonly guilds: GuildRegister;
  /** Removes what has expired and the servers whose days of grace are over. To be called at start and once an hour. */
  upkeep(): Promise<Upkeep>;
  /** Resolves where the database answers. */
  ping(): Promise<void>;
  /** Waits for calls under way; afterwards nothing may be called. */
  close(): Promise<void>;
}
