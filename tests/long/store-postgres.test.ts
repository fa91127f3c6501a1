import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { openStore } from '../../src/store/open-store.js';
import { openPostgres } from '../../src/store/postgres/postgres-database.js';
import type { Store } from '../../src/store/contract/store.js';
import { userKey } from '../../src/store/tables/user-key.js';
import { freePort } from '../support/free-port.js';
import { findPostgres, query, startPostgres, type PostgresServer } from '../support/postgres-server.js';
import { SetClock } from '../support/set-clock.js';
import { SqliteFiles } from '../support/sqlite-files.js';
import type { TestDatabase } from '../support/test-database.js';
import { describeStore } from '../contract/store.js';
import { describeStoreDatabase } from '../contract/store-database.js';
import { describeStoreVersions } from '../contract/store-versions.js';

const programs = findPostgres();
if (programs === null) process.stderr.write('No PostgreSQL server on this machine: its contract is not tested.\n');

describe.skipIf(programs === null)('with a PostgreSQL server of its own', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });
  afterAll(() => server.stop());

  describeStore(
    'PostgreSQL',
    async () => {
      const { address } = await server.createSchema();
      const location = { kind: 'postgres', address } as const;
      return (clock, retention) => openStore({ location, clock, logger: silentLogger, ...retention });
    },
    10,
  );

  const prepare = async (): Promise<TestDatabase> => {
    const { schema, address } = await server.createSchema();
    return {
      location: { kind: 'postgres', address },
      schema,
      connect: () => openPostgres(address, () => undefined),
      everything: () => everythingIn(server, schema),
    };
  };
  describeStoreDatabase('PostgreSQL', prepare);
  describeStoreVersions('PostgreSQL', prepare);

  const openAt = (address: string): Promise<Store> =>
    openStore({
      location: { kind: 'postgres', address },
      clock: systemClock,
      logger: silentLogger,
      logQuestions: true,
      retentionDays: 30,
    });

  it('says what is wrong with a password, a name or a port, and never the password', async () => {
    const failures = await Promise.all(
      [
        server.address('postgres', { password: 'wrong-password' }),
        server.address('nothing'),
        // The port of a server that has ended.
        server.address('postgres', { port: await freePort() }),
      ].map((address) => openAt(address).catch((error: unknown) => error)),
    );
    expect(failures).toMatchObject([
      { code: 'store-access', remedy: expect.stringContaining('password') as unknown },
      { code: 'store-access', message: expect.stringContaining('"nothing" does not exist') as unknown },
      { code: 'store-unavailable', remedy: expect.stringContaining('server runs') as unknown },
    ]);
    expect(failures.map(String).join()).not.toContain('wrong-password');
  });

  it('goes on with new connections where the server ended those that stood', async () => {
    const { address } = await server.createSchema();
    const store = await openAt(address);
    await store.settings.change('1', { passages: 2 });
    await query(
      server.address('postgres'),
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yinju'",
    );
    // Until the end of a connection has arrived here, a query on it may fail; the process must not.
    await vi.waitFor(() => store.ping(), { timeout: 20_000 });
    expect(await store.settings.change('1', { language: 'en' })).toMatchObject({ passages: 2 });
    await store.close();
  });

  it('erases the samples of keyed hashes from the statistics too', async () => {
    const { address, schema } = await server.createSchema();
    const store = await openAt(address);
    const place = { guild: '1', channel: '2', generation: '1', passages: [], helpful: true, question: null };
    for (let index = 0; index < 20; index += 1)
      await store.feedback.vote({ ...place, answer: String(index), user: index < 10 ? 'first' : 'second' });
    await query(address, 'analyze');
    const [{ value: secret } = {}] = await query(address, "select value from yinju_meta where name = 'secret'");
    const sampled = async (): Promise<string> =>
      JSON.stringify(await query(address, `select s::text from pg_stats s where schemaname = '${schema}'`));
    const keys = ['first', 'second'].map((user) => userKey(String(secret), user));
    expect(await Promise.all(keys.map(async (key) => (await sampled()).includes(key)))).toEqual([true, true]);
    await store.users.deleteUser('first');
    expect(await Promise.all(keys.map(async (key) => (await sampled()).includes(key)))).toEqual([false, true]);
    await store.close();
  });

  it('gets what a file of SQLite held, by a backup, and gives it back', async () => {
    const files = await SqliteFiles.make();
    const { location } = files.next();
    const clock = new SetClock('2026-11-22T12:00:00Z');
    const options = { clock, logger: silentLogger, logQuestions: true, retentionDays: 30 };
    const [from, { address }] = [await openStore({ ...options, location }), await server.createSchema()];
    const to = await openStore({ ...options, location: { kind: 'postgres', address } });
    await from.settings.change('1', { language: 'zh-Hant', documents: ['003'], channels: { 2: { mode: 'all' } } });
    await from.guilds.left('9');
    for (const text of ['甲', "乙'", 'a\\b', '😀', 'Z', 'a'])
      await from.questions.record({
        kind: 'question',
        guild: null,
        channel: '2',
        user: 'u',
        text,
        status: 'none',
        strength: 'none',
      });
    const backup = await from.backup();
    await to.restore(backup);
    expect(Buffer.from(await to.backup()).equals(backup)).toBe(true);
    await from.restore(await to.backup());
    expect(Buffer.from(await from.backup()).equals(backup)).toBe(true);
    await Promise.all([from.close(), to.close()]);
    await files.remove();
  });
});

/** Every row of every table, the samples that statistics keep, and the files of the tables. */
async function everythingIn(server: PostgresServer, schema: string): Promise<string> {
  const address = server.address('postgres');
  await query(address, 'checkpoint');
  const tables = await query(address, `select tablename from pg_tables where schemaname = '${schema}'`);
  const rows = await Promise.all(
    tables.map(({ tablename }) => query(address, `select t::text from ${schema}.${String(tablename)} t`)),
  );
  const samples = await query(address, `select s::text from pg_stats s where schemaname = '${schema}'`);
  const [database] = await query(address, 'select oid from pg_database where datname = current_database()');
  const folder = join(server.dataFolder, 'base', String(database?.['oid']));
  // Catalogues keep old rows of their own, of statistics too, which only the server's administrator can clear.
  const files = await query(
    address,
    `select relfilenode::text as file from pg_class where relnamespace = '${schema}'::regnamespace`,
  );
  const names = (await readdir(folder)).filter((name) => files.some(({ file }) => file === name));
  const bytes = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return [JSON.stringify(rows), JSON.stringify(samples), ...bytes].join('\n');
}
