import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { backUp, restoreBackup } from '../../../src/store/backup/backup-database.js';
import { readMeta } from '../../../src/store/tables/meta.js';
import { migrate } from '../../../src/store/tables/migrate.js';
import { MIGRATIONS } from '../../../src/store/tables/migrations.js';
import { BackupDamagedError, BackupNewerError } from '../../../src/store/store-errors.js';
import { SetClock } from '../../support/set-clock.js';
import type { PrepareDatabase } from '../../support/test-database.js';
import { GUILD, USER } from '../store/store-examples.js';
import { connectTo, contentOf, fill, nextStep, NOON, openStoreOf } from './database-examples.js';

/** What a backup holds and brings back. */
export function describeBackups(prepare: PrepareDatabase): void {
  describe('backups', () => {
    it('bring back exactly what was there', async () => {
      const test = await prepare();
      const store = await openStoreOf(test);
      await fill(store, 2);
      // More than the rows that one statement puts back.
      const count = { guild_id: GUILD, kind: 'law', unanswered: 0 } as const;
      const day = (index: number) => ({ ...count, day: `day ${index}`, answered: index });
      const days = Array.from({ length: 501 }, (_, index) => day(index));
      const database = await connectTo(test);
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
      const [from, to] = [await openStoreOf(await prepare()), await openStoreOf(await prepare())];
      await fill(from, 2);
      await to.restore(await from.backup());
      expect(await to.users.exportUser(USER)).toEqual(await from.users.exportUser(USER));
      expect(await contentOf(to)).toBe(await contentOf(from));
    });

    it('of an older version are brought up to date', async () => {
      const test = await prepare();
      const store = await openStoreOf(test);
      await fill(store, 2);
      const backup = await store.backup();
      const database = await connectTo(test);
      await migrate(database, [...MIGRATIONS, nextStep]);
      await restoreBackup(database, backup, [...MIGRATIONS, nextStep]);
      const left = await database.read((queries) => sql`select * from yinju_departed_guild`.execute(queries));
      expect(left.rows).toMatchObject([{ guild_id: '9', title: 'server 9' }]);
      expect(await database.read((queries) => readMeta(queries, 'schema'))).toBe(String(MIGRATIONS.length + 1));
    });

    it('that are damaged or newer change nothing', async () => {
      const test = await prepare();
      const store = await openStoreOf(test);
      await fill(store, 2);
      const backup = await store.backup();
      const before = await contentOf(store);
      const damaged = Buffer.from(backup);
      damaged[200] = (damaged[200] ?? 0) ^ 1;
      await expect(store.restore(damaged)).rejects.toThrow(BackupDamagedError);
      await expect(store.restore(backup.subarray(0, -1))).rejects.toThrow(BackupDamagedError);
      await expect(store.restore(new Uint8Array())).rejects.toThrow(BackupDamagedError);
      const newer = await openStoreOf(await prepare());
      const database = await connectTo(test);
      await migrate(database, [...MIGRATIONS, nextStep]);
      const newerBackup = await backUp(database, new SetClock(NOON));
      await expect(newer.restore(newerBackup)).rejects.toThrow(BackupNewerError);
      expect(before).toContain(GUILD);
    });
  });
}
