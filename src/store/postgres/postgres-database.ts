import { Kysely, PostgresDialect, sql } from 'kysely';
import type { DatabaseAdapter } from '../database.js';
import { StoreAccessError } from '../store-errors.js';
import { GUILD_TABLES, type Tables } from '../tables/tables.js';
import { explainPostgres, isPostgresContention } from './postgres-errors.js';

/** Connections of one process; each of them serves one transaction at a time. */
const CONNECTIONS = 4;
/** Milliseconds until a connection must stand, or one of them be free. */
const CONNECTION_TIMEOUT = 10_000;
/** Milliseconds that the server works on one statement, waiting for locks included. */
const STATEMENT_TIMEOUT = 10_000;
/** Milliseconds after which a server that says nothing at all counts as gone. */
const SILENCE_TIMEOUT = 15_000;

/** Number of the advisory lock: "yinju" in ASCII. Whoever changes the schema of a database holds it. */
const SCHEMA_LOCK = 0x79696e6a75;

/** The type of PostgreSQL for 64-bit integers: times and counts, all of which a number of JavaScript holds exactly. */
const INT8 = 20;

/**
 * Opens a PostgreSQL database (12 or newer), which must exist; the user must be allowed to make tables in it. Nothing is
 * connected yet.
 * @param onConnectionLost told when the server ends a connection that nothing runs on; the next query makes a new one
 * @throws StoreAccessError where the address is none
 */
export async function openPostgres(
  address: string,
  onConnectionLost: (error: Error) => void,
): Promise<DatabaseAdapter> {
  const name = nameOf(address);
  const { default: pg } = await import('pg');
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'yinju',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: SILENCE_TIMEOUT,
    keepAlive: true,
    types,
  });
  // Without a listener the end of an idle connection would end the process.
  pool.on('error', onConnectionLost);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    name,
    kysely,
    lockSchema: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(transaction);
    },
    isContention: isPostgresContention,
    explain: (error) => explainPostgres(name, error),
    erase: async () => {
      // Written anew, so that no dead row stays; analysed, since statistics hold samples of values.
      for (const table of GUILD_TABLES) await sql`vacuum (full, analyze) ${sql.table(table)}`.execute(kysely);
      return true;
    },
    close: () => kysely.destroy(),
  };
}

/** Host, port and name of the database, without user and password. */
function nameOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol))
    throw new StoreAccessError(
      'in DATABASE_URL',
      'its address does not begin with postgres://',
      'Write DATABASE_URL as postgres://USER:PASSWORD@HOST:5432/NAME, with signs such as @ in the password as %40.',
    );
  const host = url.host === '' ? (url.searchParams.get('host') ?? 'localhost') : url.host;
  return host + url.pathname;
}
