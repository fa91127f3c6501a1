import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { SetClock } from '../../support/set-clock.js';
import type { PrepareDatabase } from '../../support/test-database.js';
import { CHANNEL, GUILD, USER } from '../store/store-examples.js';
import { connectTo, contentOf, NOON, openStoreOf } from './database-examples.js';

/** What several processes do with one database. */
export function describeProcesses(prepare: PrepareDatabase): void {
  describe('several processes', () => {
    it('may make the database at the same moment', async () => {
      const test = await prepare();
      const stores = await Promise.all(Array.from({ length: 6 }, () => openStoreOf(test)));
      const contents = await Promise.all(stores.map(contentOf));
      // One secret, or each would look for a user under another hash.
      expect(new Set(contents).size).toBe(1);
    });

    it('see a change of settings a second later, and the one that made it at once', async () => {
      const test = await prepare();
      const [here, there] = [new SetClock(NOON), new SetClock(NOON)];
      const [store, other] = [await openStoreOf(test, here), await openStoreOf(test, there)];
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
      const stores = await Promise.all([openStoreOf(test), openStoreOf(test), openStoreOf(test)]);
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
      const store = await openStoreOf(test);
      const database = await connectTo(test);
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
}
