import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/tables/migrate.js';
import { MIGRATIONS } from '../../src/store/tables/migrations.js';
import type { Store } from '../../src/store/contract/store.js';
import type { UserData } from '../../src/store/contract/user-data.js';
import type { PrepareDatabase, TestDatabase } from '../support/test-database.js';
import { openStoreOf } from './store-database/database-examples.js';
import { CHANNEL, GUILD, USER } from './store/store-examples.js';

const AT = '2026-11-22T12:00:00.000Z';
const DAY = '2026-11-22';

/** A backup as the program of that version wrote it. */
const backupOf = (version: number): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '..', 'data', `store-version-${version}.jsonl`));

/** The rows of a backup, a line each. */
const rowsIn = (backup: Uint8Array): readonly string[] =>
  Buffer.from(backup).toString('utf8').trim().split('\n').slice(1, -1);

/** The rows of the second version that the third has too: all but those of threads. */
const rowsSinceTheSecond = async (): Promise<readonly string[]> =>
  rowsIn(await backupOf(2)).filter((row) => !row.startsWith('["yinju_thread",'));

type KeptQuestion = UserData['questions'][number];

/** What every version has kept since the first. */
async function expectTheFirst(store: Store): Promise<void> {
  expect(await store.settings.read(GUILD)).toEqual({
    language: 'zh-Hant',
    documents: ['001-1', '003'],
    passages: 4,
    channels: {
      [CHANNEL]: { mode: 'all', citationCards: true },
      '2000000000000000002': { mode: 'off', citationCards: false },
    },
  });
  const said = { answer: '4000000000000000001', channel: CHANNEL, helpful: true, generation: '000001-abc' };
  const { feedback, questions } = await store.users.exportUser(USER);
  expect(feedback).toEqual([
    { ...said, guild: GUILD, passages: ['aaaaaaaaaaaaaaaa'], question: '网络安全宣传周的主题是什么？', createdAt: AT },
  ]);
  const first: KeptQuestion = {
    kind: 'question',
    guild: null,
    channel: '2000000000000000009',
    text: '月球上适用哪部法律？',
    status: 'none',
    strength: 'none',
    askedAt: AT,
  };
  expect(questions).toContainEqual(first);
  expect(await store.insights.days(GUILD, DAY, DAY)).toContainEqual({
    day: DAY,
    kind: 'question',
    answered: 7,
    unanswered: 2,
  });
  // The other server had left.
  expect(await store.guilds.known()).toEqual([GUILD]);
}

/** That what older programs kept is there in this one: brought back from their backups, and in their own databases. */
export function describeStoreVersions(name: string, prepare: PrepareDatabase): void {
  describe(`the versions of the store: ${name}`, () => {
    it('have a backup each, which is tested here', async () => {
      const [last] = (await backupOf(MIGRATIONS.length)).toString('utf8').split('\n');
      expect(JSON.parse(last ?? '')).toMatchObject({ schema: MIGRATIONS.length });
    });

    it('from the first on give everything back from their backups', async () => {
      for (const version of MIGRATIONS.keys()) {
        const store = await openStoreOf(await prepare());
        await store.restore(await backupOf(version + 1));
        await expectTheFirst(store);
      }
    });

    it('from the second on tell laws and checked texts from questions', async () => {
      for (const version of [...MIGRATIONS.keys()].slice(1)) {
        const store = await openStoreOf(await prepare());
        await store.restore(await backupOf(version + 1));
        const kept = { guild: GUILD, channel: CHANNEL, askedAt: AT };
        const { questions } = await store.users.exportUser(USER);
        expect(questions).toHaveLength(3);
        expect(questions).toContainEqual({
          ...{ ...kept, kind: 'law', text: '数据安全法 21', status: 'none', strength: 'none' },
        });
        expect(questions).toContainEqual({
          ...{ ...kept, kind: 'verify', text: '网络安全为人民', status: 'answered', strength: 'strong' },
        });
        expect(await store.insights.days(GUILD, DAY, DAY)).toHaveLength(3);
      }
    });

    it('from the third on know no threads: a backup of the second gives back all but those', async () => {
      const store = await openStoreOf(await prepare());
      expect(rowsIn(await backupOf(2))).toHaveLength((await rowsSinceTheSecond()).length + 1);
      await store.restore(await backupOf(2));
      expect(rowsIn(await store.backup())).toEqual(await rowsSinceTheSecond());
      expect(rowsIn(await backupOf(3))).toEqual(await rowsSinceTheSecond());
      await store.restore(await backupOf(3));
      expect(rowsIn(await store.backup())).toEqual(await rowsSinceTheSecond());
    });

    /** A database as the program of that version left it. */
    const databaseOf = async (version: number): Promise<TestDatabase> => {
      const test = await prepare();
      const database = new Database(await test.connect());
      await migrate(database, MIGRATIONS.slice(0, version));
      const rows = rowsIn(await backupOf(version));
      await database.write(async (queries) => {
        await sql`delete from yinju_meta where name = 'secret'`.execute(queries);
        for (const line of rows) {
          const [table, row] = JSON.parse(line) as [string, Record<string, string | number | null>];
          const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
          await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
            queries,
          );
        }
      });
      await database.close();
      return test;
    };

    it('are brought up to date where they stand, and lose nothing that is still used', async () => {
      for (const version of MIGRATIONS.keys()) await expectTheFirst(await openStoreOf(await databaseOf(version + 1)));
      const second = await openStoreOf(await databaseOf(2));
      expect(rowsIn(await second.backup())).toEqual(await rowsSinceTheSecond());
    });
  });
}
