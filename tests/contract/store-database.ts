import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SetClock } from '../support/set-clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { backUp, restoreBackup } from '../../src/store/backup-database.js';
import { Database, type DatabaseAdapter } from '../../src/store/database.js';
import { readMeta } from '../../src/store/meta.js';
import { migrate } from '../../src/store/migrate.js';
import { MIGRATIONS, type Migration } from '../../src/store/migrations.js';
import { openStore, type StoreLocation } from '../../src/store/open-store.js';
import { BackupDamagedError, BackupNewerError, StoreNewerError } from '../../src/store/store-errors.js';
import type { Store } from '../../src/store/store.js';
import { TABLE_NAMES } from '../../src/store/tables.js';
import { userKey } from '../../src/store/user-key.js';

/** An empty database of one test. */
export interface TestDatabase {
  readonly location: StoreLocation;
  /** As Kysely reports it: undefined where the database has no schemas. */
  readonly schema: string | undefined;
  /** A connection beside the store's, as another process has it. */
  connect(): Promise<DatabaseAdapter>;
  /** All that an attacker with the database and its files could read, as Latin-1. */
  everything(): Promise<string>;
}

const GUILD = '1000000000000000001';
const CHANNEL = '2000000000000000001';
const USER = '3000000000000000001';
const OTHER_USER = '3000000000000000002';
const LOGGING = { logQuestions: true, retentionDays: 30 };

/** A step that a later version might take: a new column that is filled from what was there. */
const nextStep: Migration = async (queries) => {
  await queries.schema.alterTable('yinju_departed_guild').addColumn('title', 'text').execute();
  await sql`update yinju_departed_guild set title = 'server ' || guild_id`.execute(queries);
};
const failingStep: Migration = async (queries) => {
  await sql`delete from yinju_feedback`.execute(queries);
  throw new Error('this step fails on purpose');
};

/** What only a store with a database under it does: versions, processes, backups, files. */
export function describeStoreDatabase(name: string, prepare: () => Promise<TestDatabase>): void {
  const open = async ({ location }: TestDatabase, clock = new SetClock('2026-11-22T12:00:00Z')): Promise<Store> => {
    const store = await openStore({ location, clock, logger: silentLogger, ...LOGGING });
    onTestFinished(() => store.close());
    return store;
  };
  const connect = async (test: TestDatabase): Promise<Database> => {
    const database = new Database(await test.connect());
    onTestFinished(() => database.close());
    return database;
  };
  const place = { guild: GUILD, channel: CHANNEL };
  const questionOf = (index: number): string => `第${index}个问题 ${'很长'.repeat(index % 40)}`;
  const vote = async (store: Store, user: string, index: number): Promise<void> => {
    const said = { answer: `a${index}`, user, helpful: true, passages: ['p1'], generation: '000001' };
    await store.feedback.vote({ ...place, ...said, question: questionOf(index) });
  };
  const fill = async (store: Store, count = 1): Promise<void> => {
    await store.settings.change(GUILD, { language: 'zh-Hant', passages: 3, channels: { [CHANNEL]: { mode: 'all' } } });
    const say = async (user: string, index: number): Promise<void> => {
      await vote(store, user, index);
      const asked = { kind: 'question', user, text: questionOf(index), status: 'none', strength: 'none' } as const;
      await store.questions.record({ ...place, ...asked });
    };
    const indexes = Array.from({ length: count }, (_, index) => index);
    await Promise.all([USER, OTHER_USER].flatMap((user) => indexes.map((index) => say(user, index))));
    await store.guilds.left('9');
  };
  const contentOf = async (store: Store): Promise<string> => Buffer.from(await store.backup()).toString('utf8');

  describe(`the database of the store: ${name}`, () => {
    describe('several processes', () => {
      it('may make the database at the same moment', async () => {
        const test = await prepare();
        const stores = await Promise.all(Array.from({ length: 6 }, () => open(test)));
        const contents = await Promise.all(stores.map(contentOf));
        // One secret, or each would look for a user under another hash.
        expect(new Set(contents).size).toBe(1);
      });

      it('see a change of settings a second later, and the one that made it at once', async () => {
        const test = await prepare();
        const [here, there] = [new SetClock('2026-11-22T12:00:00Z'), new SetClock('2026-11-22T12:00:00Z')];
        const [store, other] = [await open(test, here), await open(test, there)];
        expect((await store.settings.readChannel(GUILD, CHANNEL)).mode).toBe('mention');
        expect((await other.settings.readChannel(GUILD, CHANNEL)).mode).toBe('mention');
        await store.settings.change(GUILD, { channels: { [CHANNEL]: { mode: 'all' } } });
        expect((await store.settings.readChannel(GUILD, CHANNEL)).mode).toBe('all');
        there.advance({ seconds: 1 });
        expect((await other.settings.readChannel(GUILD, CHANNEL)).mode).toBe('all');
        await other.guilds.delete(GUILD);
        here.advance({ seconds: 1 });
        expect((await store.settings.readChannel(GUILD, CHANNEL)).mode).toBe('mention');
      });

      it('count together without losing one', async () => {
        const test = await prepare();
        const stores = await Promise.all([open(test), open(test), open(test)]);
        const asked = {
          kind: 'question',
          guild: GUILD,
          channel: CHANNEL,
          user: USER,
          text: '甲',
          status: 'none',
          strength: 'none',
        } as const;
        await Promise.all(stores.flatMap((store) => Array.from({ length: 20 }, () => store.questions.record(asked))));
        const [store] = stores;
        expect(await store.insights.days(GUILD, '2026-11-22', '2026-11-22')).toMatchObject([{ unanswered: 60 }]);
        expect(await store.insights.unanswered(GUILD, { offset: 0, limit: 1 })).toMatchObject([{ times: 60 }]);
      });

      it('wait until a transaction of another has ended', async () => {
        const test = await prepare();
        const store = await open(test);
        const database = await connect(test);
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        const entered = new Promise<void>((inside) => {
          void database.write(async (queries) => {
            await sql`update yinju_meta set value = value`.execute(queries);
            inside();
            await held;
          });
        });
        await entered;
        const changed = store.settings.change(GUILD, { passages: 2 });
        await new Promise((resolve) => setTimeout(resolve, 50));
        release();
        expect(await changed).toMatchObject({ passages: 2 });
      });
    });

    describe('versions', () => {
      it('have the tables that the program knows, so that a backup forgets none', async () => {
        const test = await prepare();
        await open(test);
        const database = await connect(test);
        const tables = await database.read((queries) => queries.introspection.getTables());
        const own = tables.filter(({ name, schema }) => schema === test.schema && name.startsWith('yinju_'));
        expect(own.map(({ name }) => name).sort()).toEqual([...TABLE_NAMES].sort());
      });

      it('are brought up to date with everything that is in the tables', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store, 3);
        const before = await contentOf(store);
        const database = await connect(test);
        expect(await migrate(database, [...MIGRATIONS, nextStep])).toBe(MIGRATIONS.length + 1);
        expect(await migrate(database, [...MIGRATIONS, nextStep])).toBe(MIGRATIONS.length + 1);
        const left = await database.read((queries) => sql`select * from yinju_departed_guild`.execute(queries));
        expect(left.rows).toMatchObject([{ guild_id: '9', title: 'server 9' }]);
        const linesOf = (content: string): string[] =>
          content.split('\n').filter((line) => line.startsWith('[') && !line.includes('yinju_departed_guild'));
        expect(linesOf(await contentOf(store))).toEqual(linesOf(before));
        expect(linesOf(before)).toHaveLength(16);
      });

      it('stay as they are where a step fails', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store);
        const before = await contentOf(store);
        const database = await connect(test);
        await expect(migrate(database, [...MIGRATIONS, nextStep, failingStep])).rejects.toThrow('on purpose');
        expect(await contentOf(store)).toBe(before);
        expect(await database.read((queries) => readMeta(queries, 'schema'))).toBe(String(MIGRATIONS.length));
      });

      it('newer than the program are refused, and nothing is changed', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store);
        await migrate(await connect(test), [...MIGRATIONS, nextStep]);
        const before = await contentOf(store);
        await expect(open(test)).rejects.toThrow(StoreNewerError);
        await expect(open(test)).rejects.toMatchObject({ found: MIGRATIONS.length + 1, supported: MIGRATIONS.length });
        expect(await contentOf(store)).toBe(before);
      });
    });

    describe('backups', () => {
      it('bring back exactly what was there', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store, 2);
        // More than the rows that one statement puts back.
        const count = { guild_id: GUILD, kind: 'law', unanswered: 0 } as const;
        const day = (index: number) => ({ ...count, day: `day ${index}`, answered: index });
        const days = Array.from({ length: 501 }, (_, index) => day(index));
        const database = await connect(test);
        await database.write((queries) => queries.insertInto('yinju_daily_use').values(days).execute());
        const backup = await store.backup();
        await store.users.deleteUser(USER);
        await store.settings.change(GUILD, { passages: 9 });
        await store.settings.change('7', { language: 'en' });
        expect(await store.restore(backup)).toEqual({ createdAt: '2026-11-22T12:00:00.000Z', rows: 514 });
        expect(Buffer.from(await store.backup()).equals(backup)).toBe(true);
        expect(await store.settings.read(GUILD)).toMatchObject({ passages: 3 });
        expect((await store.users.exportUser(USER)).feedback).toHaveLength(2);
      });

      it('move to an empty database, where users find what is theirs', async () => {
        const [from, to] = [await open(await prepare()), await open(await prepare())];
        await fill(from, 2);
        await to.restore(await from.backup());
        expect(await to.users.exportUser(USER)).toEqual(await from.users.exportUser(USER));
        expect(await contentOf(to)).toBe(await contentOf(from));
      });

      it('of an older version are brought up to date', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store, 2);
        const backup = await store.backup();
        const database = await connect(test);
        await migrate(database, [...MIGRATIONS, nextStep]);
        await restoreBackup(database, backup, [...MIGRATIONS, nextStep]);
        const left = await database.read((queries) => sql`select * from yinju_departed_guild`.execute(queries));
        expect(left.rows).toMatchObject([{ guild_id: '9', title: 'server 9' }]);
        expect(await database.read((queries) => readMeta(queries, 'schema'))).toBe(String(MIGRATIONS.length + 1));
      });

      it('that are damaged or newer change nothing', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store, 2);
        const backup = await store.backup();
        const before = await contentOf(store);
        const damaged = Buffer.from(backup);
        damaged[200] = (damaged[200] ?? 0) ^ 1;
        await expect(store.restore(damaged)).rejects.toThrow(BackupDamagedError);
        await expect(store.restore(backup.subarray(0, -1))).rejects.toThrow(BackupDamagedError);
        await expect(store.restore(new Uint8Array())).rejects.toThrow(BackupDamagedError);
        const newer = await open(await prepare());
        const database = await connect(test);
        await migrate(database, [...MIGRATIONS, nextStep]);
        const newerBackup = await backUp(database, new SetClock('2026-11-22T12:00:00Z'));
        await expect(newer.restore(newerBackup)).rejects.toThrow(BackupNewerError);
        expect(before).toContain(GUILD);
      });
    });

    describe('what is deleted', () => {
      it('of a user is in no table and in no file', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store, 100);
        const secret = await (await connect(test)).read((queries) => readMeta(queries, 'secret'));
        const key = userKey(secret ?? '', USER);
        expect(await test.everything()).toContain(key);
        // Rows that moved from page to page have left copies of themselves.
        // Said again, a vote is taken back.
        for (let index = 0; index < 100; index += 3) await vote(store, OTHER_USER, index);
        expect(await store.users.deleteUser(USER)).toEqual({ feedback: 100, questions: 100 });
        const left = await test.everything();
        for (const trace of [USER, key, Buffer.from(key, 'hex').toString('latin1')])
          expect(left.includes(trace)).toBe(false);
        expect(left).toContain(userKey(secret ?? '', OTHER_USER));
      });

      it('of a server is in no table and in no file', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store, 40);
        await store.settings.change('7', { language: 'en' });
        expect(await test.everything()).toContain(GUILD);
        await store.guilds.delete(GUILD);
        expect((await test.everything()).includes(GUILD)).toBe(false);
        expect(await store.settings.read('7')).toMatchObject({ language: 'en' });
      });

      it('before the process could erase it from the files is erased by the next upkeep', async () => {
        const test = await prepare();
        const store = await open(test);
        await fill(store, 40);
        const database = await connect(test);
        const secret = (await database.read((queries) => readMeta(queries, 'secret'))) ?? '';
        const key = userKey(secret, USER);
        await database.write(async (queries) => {
          for (const table of ['yinju_feedback', 'yinju_question'] as const)
            await queries.deleteFrom(table).where('user_key', '=', key).execute();
          await queries.insertInto('yinju_meta').values({ name: 'erasure', value: 'asked for' }).execute();
        });
        await store.upkeep();
        expect((await test.everything()).includes(key)).toBe(false);
        expect(await database.read((queries) => readMeta(queries, 'erasure'))).toBeNull();
      });
    });
  });
}
