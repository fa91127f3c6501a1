import { describe, expect, it } from 'vitest';
import { readMeta } from '../../../src/store/tables/meta.js';
import { userKey } from '../../../src/store/tables/user-key.js';
import type { PrepareDatabase } from '../../support/test-database.js';
import { GUILD, OTHER_USER, USER } from '../store/store-examples.js';
import { connectTo, fill, openStoreOf, vote } from './database-examples.js';

/** What is left in tables and files of what was deleted: nothing. */
export function describeErasure(prepare: PrepareDatabase): void {
  describe('what is deleted', () => {
    it('of a user is in no table and in no file', async () => {
      const test = await prepare();
      const store = await openStoreOf(test);
      await fill(store, 100);
      const secret = await (await connectTo(test)).read((queries) => readMeta(queries, 'secret'));
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
      const store = await openStoreOf(test);
      await fill(store, 40);
      await store.settings.change('7', { language: 'en' });
      expect(await test.everything()).toContain(GUILD);
      await store.guilds.delete(GUILD);
      expect((await test.everything()).includes(GUILD)).toBe(false);
      expect(await store.settings.read('7')).toMatchObject({ language: 'en' });
    });

    it('before the process could erase it from the files is erased by the next upkeep', async () => {
      const test = await prepare();
      const store = await openStoreOf(test);
      await fill(store, 40);
      const database = await connectTo(test);
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
}
