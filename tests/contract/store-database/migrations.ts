import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readMeta } from '../../../src/store/tables/meta.js';
import { migrate } from '../../../src/store/tables/migrate.js';
import { MIGRATIONS, type Migration } from '../../../src/store/tables/migrations.js';
import { StoreNewerError } from '../../../src/store/store-errors.js';
import { TABLE_NAMES } from '../../../src/store/tables/tables.js';
import type { PrepareDatabase } from '../../support/test-database.js';
import { connectTo, contentOf, fill, nextStep, openStoreOf } from './database-examples.js';

const failingStep: Migration = async (queries) => {
  await sql`delete from yinju_feedback`.execute(queries);
  throw new Error('this step fails on purpose');
};

/** How a database comes from one version to the next. */
export function describeMigrations(prepare: PrepareDatabase): void {
  describe('versions', () => {
    it('have the tables that the program knows, so that a backup forgets none', async () => {
      const test = await prepare();
      await openStoreOf(test);
      const database = await connectTo(test);
      const tables = await database.read((queries) => queries.introspection.getTables());
      const own = tables.filter(({ name, schema }) => schema === test.schema && name.startsWith('yinju_'));
      expect(own.map(({ name }) => name).sort()).toEqual([...TABLE_NAMES].sort());
    });

    it('are brought up to date with everything that is in the tables', async () => {
      const test = await prepare();
      const store = await openStoreOf(test);
      await fill(store, 3);
      const before = await contentOf(store);
      const database = await connectTo(test);
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
      const store = await openStoreOf(test);
      await fill(store);
      const before = await contentOf(store);
      const database = await connectTo(test);
      await expect(migrate(database, [...MIGRATIONS, nextStep, failingStep])).rejects.toThrow('on purpose');
      expect(await contentOf(store)).toBe(before);
      expect(await database.read((queries) => readMeta(queries, 'schema'))).toBe(String(MIGRATIONS.length));
    });

    it('newer than the program are refused, and nothing is changed', async () => {
      const test = await prepare();
      const store = await openStoreOf(test);
      await fill(store);
      await migrate(await connectTo(test), [...MIGRATIONS, nextStep]);
      const before = await contentOf(store);
      await expect(openStoreOf(test)).rejects.toThrow(StoreNewerError);
      await expect(openStoreOf(test)).rejects.toMatchObject({
        found: MIGRATIONS.length + 1,
        supported: MIGRATIONS.length,
      });
      expect(await contentOf(store)).toBe(before);
    });
  });
}
