import { reasonOf, type YinjuError } from '../../shared/errors.js';
import { fileErrorCode } from '../../shared/file-system.js';
import { StoreAccessError, StoreDamagedError, StoreUnavailableError, StoreWriteError } from '../store-errors.js';

const MAKE_ROOM = 'Make room on the disk, or name a file on another in DATABASE_FILE.';
const GIVE_RIGHTS = 'Give this user the right to write the file and its folder, or name another in DATABASE_FILE.';

/** Codes of Node and of SQLite (without what follows a second underscore) by what they mean. */
const FULL: readonly string[] = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];
const READ_ONLY: readonly string[] = ['EROFS', 'SQLITE_READONLY'];
const DENIED: readonly string[] = [
  'EACCES',
  'EPERM',
  'EISDIR',
  'ENOTDIR',
  'EEXIST',
  'ELOOP',
  'ENAMETOOLONG',
  'SQLITE_CANTOPEN',
  'SQLITE_PERM',
  'SQLITE_AUTH',
];
const FAILING: readonly string[] = ['EIO', 'SQLITE_IOERR'];
const DAMAGED: readonly string[] = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];
const EXHAUSTED: readonly string[] = ['EMFILE', 'ENFILE', 'SQLITE_NOMEM'];

/** libsql says this instead of a code where it cannot open a file. */
const CANNOT_OPEN = /^ConnectionFailed\b/;

function codeOf(error: unknown): string | null {
  if (error instanceof Error && CANNOT_OPEN.test(error.message)) return 'SQLITE_CANTOPEN';
  return fileErrorCode(error)?.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1') ?? null;
}

/** Does another connection hold the lock that a statement needs? */
export function isSqliteContention(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED';
}

/** What an error of SQLite, or of opening its file, means to whoever runs Yinju; null for a fault of the program. */
export function explainSqlite(file: string, error: unknown): YinjuError | null {
  const code = codeOf(error);
  if (code === null) return null;
  const told = `${reasonOf(error)} (${code})`;
  if (FULL.includes(code)) return new StoreWriteError(file, 'no space is left on the disk', MAKE_ROOM, error);
  if (READ_ONLY.includes(code)) return new StoreWriteError(file, 'it is read-only', GIVE_RIGHTS, error);
  if (DENIED.includes(code)) return new StoreAccessError(file, told, GIVE_RIGHTS, error);
  if (FAILING.includes(code))
    return new StoreWriteError(
      file,
      `the disk reports an error, ${told}`,
      'Check the disk and the room on it, or name a file on another in DATABASE_FILE.',
      error,
    );
  if (DAMAGED.includes(code)) return new StoreDamagedError(file, error);
  if (EXHAUSTED.includes(code))
    return new StoreUnavailableError(file, told, 'End other programs, or raise the limit of open files.', error);
  return isSqliteContention(error)
    ? new StoreUnavailableError(file, told, 'Try again; if it goes on, end the other programs that use it.', error)
    : null;
}
