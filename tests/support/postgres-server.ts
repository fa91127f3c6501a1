import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';

const run = promisify(execFile);

/** Where Debian puts the programs of each version of the server. */
const DEBIAN = '/usr/lib/postgresql';
const PASSWORD = 'a password with @ and /';
const USER = 'yinju';

/** The folder of the programs of a PostgreSQL server on this machine (the newest), or null where there is none. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** A server with a data folder of its own, on loopback. */
export interface PostgresServer {
  readonly dataFolder: string;
  /** Makes an empty schema, which is quicker than a database. @returns its name, and the address that leads to it alone */
  createSchema(): Promise<{ readonly schema: string; readonly address: string }>;
  /** The address of a database with another user, password or port. */
  address(database: string, login?: { readonly password?: string; readonly port?: number }): string;
  stop(): Promise<void>;
}

/** Makes and starts a server. It refuses to run as root: there it runs as `postgres`, or else as `nobody`. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const owner = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const folder = await mkdtemp(join(tmpdir(), 'yinju-postgres-'));
  const dataFolder = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, PASSWORD);
  if (owner !== null) for (const path of [folder, passwordFile]) await chown(path, owner.uid, owner.gid);
  await chmod(folder, 0o700);
  const options = { ...(owner ?? {}), cwd: folder };
  await run(
    join(programs, 'initdb'),
    ['-D', dataFolder, '-U', USER, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C', '-N'],
    options,
  );
  const port = await freePort();
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', dataFolder, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=off', '-c', 'autovacuum=off'],
    { ...options, stdio: 'ignore' },
  );
  const killAtExit = (): void => void child.kill('SIGQUIT');
  process.once('exit', killAtExit);
  const address: PostgresServer['address'] = (database, login = {}) =>
    `postgres://${USER}:${encodeURIComponent(login.password ?? PASSWORD)}@127.0.0.1:${login.port ?? port}/${database}`;
  await answering(address('postgres'), child);
  let schemas = 0;
  return {
    dataFolder,
    address,
    createSchema: async () => {
      schemas += 1;
      const schema = `test_${schemas}`;
      await query(address('postgres'), `create schema ${schema}`);
      return { schema, address: `${address('postgres')}?options=-c%20search_path%3D${schema}` };
    },
    stop: async () => {
      process.off('exit', killAtExit);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGQUIT')) await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs statements on a connection of their own. */
export async function query(address: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function unprivilegedUser(): { readonly uid: number; readonly gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres:', 'nobody:'].map((name) => lines.find((one) => one.startsWith(name))).find(Boolean);
  const [, , uid = '65534', gid = '65534'] = (line ?? '').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await query(address, 'select 1');
      return;
    } catch (error) {
      if (child.exitCode !== null || attempt >= 400) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
