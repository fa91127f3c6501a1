import { reasonOf, type YinjuError } from '../../shared/errors.js';
import { fileErrorCode } from '../../shared/file-system.js';
import { StoreAccessError, StoreUnavailableError, StoreWriteError } from '../store-errors.js';

const CHECK_ADDRESS = 'Check that the server runs and that host and port in DATABASE_URL are right; then try again.';
const CHECK_LOGIN =
  'Correct the user and the password in DATABASE_URL (signs such as @ in a password are written %40).';
const TRY_AGAIN = 'Try again in a moment.';

/** Codes of Node that say that nobody answers. */
const NETWORK =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_\w+|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EPIPE|ENOENT)$/;
/** What pg says without a code when a connection cannot be had or was lost. */
const LOST =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|Query read timeout|Client was closed/;
/** What pg says without a code when the server asks for a login that the address does not hold. */
const NO_LOGIN = /SASL|client password must be a string|does not support SSL|SSL/;
/** Certificates that are not trusted carry codes of OpenSSL. */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** A code of PostgreSQL (appendix A of its documentation), or the beginning of one, and what it means. */
const SQLSTATES: readonly (readonly [
  code: string,
  explain: (database: string, told: string, error: unknown) => YinjuError,
])[] = [
  [
    '28P01',
    (database, _told, error) =>
      new StoreAccessError(database, 'the password is wrong, or there is no such user', CHECK_LOGIN, error),
  ],
  ['28', (database, told, error) => new StoreAccessError(database, told, CHECK_LOGIN, error)],
  [
    '3D000',
    (database, told, error) =>
      new StoreAccessError(database, told, 'Create the database, or correct its name in DATABASE_URL.', error),
  ],
  [
    '42501',
    (database, told, error) =>
      new StoreAccessError(
        database,
        told,
        'Give the user the right to make tables in this database, best by making the user its owner.',
        error,
      ),
  ],
  [
    '25006',
    (database, _told, error) =>
      new StoreWriteError(
        database,
        'it is read-only',
        'Name the primary server in DATABASE_URL, not a replica.',
        error,
      ),
  ],
  [
    '53100',
    (database, _told, error) =>
      new StoreWriteError(
        database,
        'no space is left on the disk of the server',
        'Make room on the disk of the server.',
        error,
      ),
  ],
  [
    '53',
    (database, told, error) =>
      new StoreUnavailableError(
        database,
        told,
        'Raise the limits of the server, or end other programs that use it.',
        error,
      ),
  ],
  ['58', (database, told, error) => new StoreWriteError(database, told, 'Check the disk of the server.', error)],
  [
    '57014',
    (database, _told, error) => new StoreUnavailableError(database, 'a statement took too long', TRY_AGAIN, error),
  ],
  ['57P', (database, told, error) => new StoreUnavailableError(database, told, TRY_AGAIN, error)],
  ['08', (database, told, error) => new StoreUnavailableError(database, told, CHECK_ADDRESS, error)],
];

/** Serialization failure, deadlock, lock not available: the same transaction may succeed in a moment. */
const CONTENTION: readonly (string | null)[] = ['40001', '40P01', '55P03'];

/** Did other transactions stand in the way? */
export function isPostgresContention(error: unknown): boolean {
  return CONTENTION.includes(fileErrorCode(error));
}

/** What an error of PostgreSQL or of the way to it means to whoever runs Yinju; null for a fault of the program. */
export function explainPostgres(database: string, error: unknown): YinjuError | null {
  // Node tries every address of a host and reports them together; each says the same.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = fileErrorCode(error) ?? fileErrorCode(first);
  const told = reasonOf(first);
  if (code === null) {
    if (LOST.test(told)) return new StoreUnavailableError(database, told, CHECK_ADDRESS, error);
    return NO_LOGIN.test(told) ? new StoreAccessError(database, told, CHECK_LOGIN, error) : null;
  }
  if (NETWORK.test(code)) return new StoreUnavailableError(database, told, CHECK_ADDRESS, error);
  if (CERTIFICATE.test(code))
    return new StoreAccessError(
      database,
      `its certificate is not trusted, ${told}`,
      'Name the certificate of the authority in DATABASE_URL (sslrootcert=FILE).',
      error,
    );
  return SQLSTATES.find(([beginning]) => code.startsWith(beginning))?.[1](database, `${told} (${code})`, error) ?? null;
}
