import { reasonOf, YinjuError } from '../shared/errors.js';

/** The database did not answer in time: it cannot be reached, has no connection left, or others held it locked. */
export class StoreUnavailableError extends YinjuError {
  readonly code = 'store-unavailable';

  constructor(
    /** The file, or host, port and name: never a password. */
    readonly database: string,
    reason: string,
    remedy: string,
    cause?: unknown,
  ) {
    super(`The database ${database} does not answer: ${reason}.`, { remedy, cause });
  }
}

/** The database refuses this user: password, rights or name are wrong. */
export class StoreAccessError extends YinjuError {
  readonly code = 'store-access';

  constructor(
    readonly database: string,
    reason: string,
    remedy: string,
    cause?: unknown,
  ) {
    super(`The database ${database} cannot be used: ${reason}.`, { remedy, cause });
  }
}

/** Nothing can be written: the disk is full or read-only, or fails. What was written before is unharmed. */
export class StoreWriteError extends YinjuError {
  readonly code = 'store-write';

  constructor(
    readonly database: string,
    reason: string,
    remedy: string,
    cause?: unknown,
  ) {
    super(`The database ${database} cannot be written: ${reason}.`, { remedy, cause });
  }
}

/** The file is no database, or a damaged one. */
export class StoreDamagedError extends YinjuError {
  readonly code = 'store-damaged';

  constructor(
    readonly database: string,
    cause: unknown,
  ) {
    super(`The database ${database} is damaged or no database: ${reasonOf(cause)}.`, {
      remedy: 'Move the file and those beside it away, then put a backup back with `npx yinju restore FILE`.',
      cause,
    });
  }
}

/** A newer version of Yinju made the database. Nothing was changed. */
export class StoreNewerError extends YinjuError {
  readonly code = 'store-newer';

  constructor(
    readonly database: string,
    readonly found: number,
    readonly supported: number,
  ) {
    super(
      `The database ${database} was made by a newer version of Yinju: its schema is ${found}, this version knows ${supported}.`,
      {
        remedy: 'Start the newer version of Yinju, or use another database.',
      },
    );
  }
}

/** The library for SQLite is not there for this platform, or cannot be loaded. */
export class StoreLibraryError extends YinjuError {
  readonly code = 'store-library';

  constructor(
    readonly platform: string,
    cause: unknown,
  ) {
    super(`The library for SQLite (libsql) cannot be loaded on ${platform}: ${reasonOf(cause)}`, {
      remedy:
        'Run `npm ci` again without leaving out optional packages; where libsql has none for this platform, name a PostgreSQL database in DATABASE_URL.',
      cause,
    });
  }
}

/** A file that is no complete backup. Nothing was changed. */
export class BackupDamagedError extends YinjuError {
  readonly code = 'backup-damaged';

  constructor(
    /** As the end of a sentence that begins with "The backup". */
    readonly reason: string,
    cause?: unknown,
  ) {
    super(`The backup ${reason}. Nothing was changed.`, { remedy: 'Use another backup.', cause });
  }
}

/** A backup that a newer version of Yinju made. Nothing was changed. */
export class BackupNewerError extends YinjuError {
  readonly code = 'backup-newer';

  constructor(
    readonly found: number,
    readonly supported: number,
  ) {
    super(
      `The backup was made by a newer version of Yinju: its version is ${found}, this one reads ${supported} and older. Nothing was changed.`,
      { remedy: 'Restore it with the newer version of Yinju.' },
    );
  }
}
