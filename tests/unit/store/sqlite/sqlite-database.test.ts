import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../../src/store/database.js';
import { openSqlite } from '../../../../src/store/sqlite/sqlite-database.js';
import { explainSqlite } from '../../../../src/store/sqlite/sqlite-errors.js';
import {
  StoreAccessError,
  StoreDamagedError,
  StoreLibraryError,
  StoreUnavailableError,
  StoreWriteError,
} from '../../../../src/store/store-errors.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const open = async (file: string, patience?: number): Promise<Database> => {
  const database = new Database(await openSqlite(file), patience);
  onTestFinished(() => database.close());
  return database;
};
const valuesOf = async (database: Database): Promise<readonly unknown[]> => {
  const { rows } = await database.read((queries) => sql<{ value: unknown }>`select value from t`.execute(queries));
  return rows.map(({ value }) => value);
};
const makeTable = (database: Database) =>
  database.write((queries) => sql`create table t (value text)`.execute(queries));
const insert = (database: Database, value: string) =>
  database.write((queries) => sql`insert into t values (${value})`.execute(queries));

describe('a database file of SQLite', () => {
  it('is made with its folder, and only its owner may read it', async () => {
    const file = join(await temporaryFolder(), 'new', 'folder', 'yinju.db');
    await makeTable(await open(file));
    for (const name of [file, `${file}-wal`]) expect((await stat(name)).mode & 0o777).toBe(0o600);
  });

  it('holds everything by itself once it is closed', async () => {
    const file = join(await temporaryFolder(), 'yinju.db');
    const database = new Database(await openSqlite(file));
    await makeTable(database);
    await insert(database, 'written before the end');
    await database.close();
    expect(await readFile(file, 'latin1')).toContain('written before the end');
    expect(existsSync(`${file}-wal`) ? (await stat(`${file}-wal`)).size : 0).toBe(0);
  });

  it('keeps nothing of a transaction that failed, and goes on', async () => {
    const database = await open(join(await temporaryFolder(), 'yinju.db'));
    await makeTable(database);
    const failing = database.write(async (queries) => {
      await sql`insert into t values ('half')`.execute(queries);
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    await insert(database, 'whole');
    expect(await valuesOf(database)).toEqual(['whole']);
  });

  it('that another holds locked is waited for, and no longer than that', async () => {
    const file = join(await temporaryFolder(), 'yinju.db');
    const [holder, waiting] = [await open(file), await open(file, 30)];
    await makeTable(holder);
    await holder.write(async (queries) => {
      await sql`insert into t values ('first')`.execute(queries);
      await expect(insert(waiting, 'too early')).rejects.toThrow(StoreUnavailableError);
      // Readers never wait.
      expect(await valuesOf(waiting)).toEqual([]);
    });
    // What was tried in vain left no transaction open behind it: this is seen by others.
    await insert(waiting, 'second');
    expect(await valuesOf(holder)).toEqual(['first', 'second']);
    await waiting.erase();
  });

  it('is closed when what waits for another has had its turn', async () => {
    const file = join(await temporaryFolder(), 'yinju.db');
    const holder = await open(file);
    await makeTable(holder);
    const waiting = new Database(await openSqlite(file));
    let [written, closed] = [Promise.resolve<unknown>(null), Promise.resolve()];
    await holder.write(async (queries) => {
      await sql`insert into t values ('first')`.execute(queries);
      written = insert(waiting, 'second');
      // Long enough for an attempt in vain.
      await new Promise((resolve) => setTimeout(resolve, 50));
      closed = waiting.close();
    });
    await Promise.all([written, closed]);
    expect(await valuesOf(holder)).toEqual(['first', 'second']);
  });

  it('without room says so, keeps what it had, and goes on when there is room', async () => {
    const database = await open(join(await temporaryFolder(), 'yinju.db'));
    await makeTable(database);
    await insert(database, 'before');
    const limit = (pages: number) =>
      database.read((queries) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(queries));
    await limit(3);
    const error: unknown = await insert(database, 'x'.repeat(100_000)).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(StoreWriteError);
    expect(error).toMatchObject({ message: expect.stringContaining('no space is left') as unknown });
    await limit(1000);
    await insert(database, 'after');
    expect(await valuesOf(database)).toEqual(['before', 'after']);
  });

  it('needs a library, and says what to do where this platform has none', async () => {
    const file = join(await temporaryFolder(), 'yinju.db');
    const cause = new Error("Cannot find module '@libsql/some-platform'");
    const error: unknown = await openSqlite(file, () => Promise.reject(cause)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreLibraryError);
    expect(error).toMatchObject({ cause, remedy: expect.stringContaining('DATABASE_URL') as unknown });
    expect(existsSync(file)).toBe(false);
  });

  it('that is something else is called damaged', async () => {
    const file = join(await temporaryFolder(), 'yinju.db');
    await writeFile(file, 'This is a letter and no database. '.repeat(100));
    await expect(openSqlite(file)).rejects.toThrow(StoreDamagedError);
  });

  it('that cannot be made says which right is missing', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'yinju.db'));
    await expect(openSqlite(join(folder, 'yinju.db'))).rejects.toThrow(StoreAccessError);
    await writeFile(join(folder, 'file'), '');
    await expect(openSqlite(join(folder, 'file', 'yinju.db'))).rejects.toThrow(StoreAccessError);
  });

  it.runIf(process.getuid?.() !== 0)('in a folder that nobody may write says which right is missing', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o500);
    await expect(openSqlite(join(folder, 'yinju.db'))).rejects.toThrow(StoreAccessError);
  });
});

describe('an error of SQLite', () => {
  const failure = (code: string, message = 'told by SQLite') => Object.assign(new Error(message), { code });

  it.each([
    ['SQLITE_FULL', 'store-write'],
    ['ENOSPC', 'store-write'],
    ['SQLITE_READONLY_DBMOVED', 'store-write'],
    ['EROFS', 'store-write'],
    ['SQLITE_IOERR_FSYNC', 'store-write'],
    ['EACCES', 'store-access'],
    ['SQLITE_CANTOPEN', 'store-access'],
    ['SQLITE_CORRUPT_INDEX', 'store-damaged'],
    ['SQLITE_NOTADB', 'store-damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'store-unavailable'],
    ['EMFILE', 'store-unavailable'],
  ])('%s is %s, names the file and says what to do', (code, expected) => {
    const cause = failure(code);
    const error = explainSqlite('/place/yinju.db', cause);
    expect(error).toMatchObject({ code: expected, cause });
    expect(error?.message).toContain('/place/yinju.db');
    expect(error?.remedy).toMatch(/\.$/);
  });

  it('that libsql tells without a code is understood', () => {
    const cause = new Error('ConnectionFailed("Unable to open connection to local database /x/y.db: 14")');
    expect(explainSqlite('/x/y.db', cause)).toBeInstanceOf(StoreAccessError);
  });

  it('of the program itself stays what it is', () => {
    expect(explainSqlite('db', failure('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull();
    expect(explainSqlite('db', new TypeError('x is undefined'))).toBeNull();
  });
});
