import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract/store.js';
import {
  asked,
  said,
  CHANNEL,
  GUILD,
  OTHER_GUILD,
  OTHER_USER,
  PAGE,
  question,
  USER,
  vote,
  type FreshStore,
} from './store-examples.js';

/** What users and servers get back of what is kept of them, and what is deleted. */
export function describeDeletion(fresh: FreshStore): void {
  describe('users', () => {
    it('get everything that is kept of them, from all servers and direct messages', async () => {
      const { store } = await fresh();
      await store.feedback.vote(vote);
      await store.questions.record({ ...question, guild: null });
      await store.feedback.vote({ ...vote, user: OTHER_USER });
      const createdAt = '2026-11-22T23:59:00.000Z';
      expect(await store.users.exportUser(USER)).toEqual({
        feedback: [{ ...said, guild: GUILD, createdAt }],
        questions: [{ ...asked, guild: null, askedAt: createdAt }],
      });
    });

    it('can have it deleted, and only what is theirs', async () => {
      const { store } = await fresh();
      await store.feedback.vote(vote);
      await store.questions.record(question);
      await store.questions.record(question);
      await store.feedback.vote({ ...vote, user: OTHER_USER });
      expect(await store.users.deleteUser(USER)).toEqual({ feedback: 1, questions: 2 });
      expect(await store.users.exportUser(USER)).toEqual({ feedback: [], questions: [] });
      expect((await store.users.exportUser(OTHER_USER)).feedback).toHaveLength(1);
      expect(await store.users.deleteUser(USER)).toEqual({ feedback: 0, questions: 0 });
    });
  });

  describe('servers', () => {
    const fill = async (store: Store, guild: string): Promise<void> => {
      await store.settings.change(guild, { language: 'zh-Hans', channels: { [CHANNEL]: { mode: 'all' } } });
      await store.feedback.vote({ ...vote, answer: `answer in ${guild}`, guild });
      await store.questions.record({ ...question, guild });
    };
    const isEmpty = async (store: Store, guild: string): Promise<boolean> =>
      (await store.settings.read(guild)).language === 'auto' &&
      (await store.insights.feedback(guild, PAGE)).length === 0 &&
      (await store.insights.unanswered(guild, PAGE)).length === 0 &&
      (await store.insights.days(guild, '2026-01-01', '2026-12-31')).length === 0;

    it('lose everything at once when that is asked for, and no other does', async () => {
      const { store } = await fresh();
      await fill(store, GUILD);
      await fill(store, OTHER_GUILD);
      await store.guilds.delete(GUILD);
      expect(await isEmpty(store, GUILD)).toBe(true);
      expect(await store.guilds.known()).toEqual([OTHER_GUILD]);
    });

    it('that the bot left keep everything for seven days', async () => {
      const { store, clock } = await fresh();
      await fill(store, GUILD);
      await fill(store, OTHER_GUILD);
      await store.guilds.left(GUILD);
      expect(await store.guilds.known()).toEqual([OTHER_GUILD]);
      clock.advance({ days: 6, seconds: 86_399 });
      await store.guilds.left(GUILD);
      expect(await store.upkeep()).toMatchObject({ guilds: 0 });
      expect(await isEmpty(store, GUILD)).toBe(false);
      clock.advance({ seconds: 1 });
      expect(await store.upkeep()).toMatchObject({ guilds: 1 });
      expect(await isEmpty(store, GUILD)).toBe(true);
      expect(await isEmpty(store, OTHER_GUILD)).toBe(false);
    });

    it('that invite the bot again lose nothing', async () => {
      const { store, clock } = await fresh();
      await fill(store, GUILD);
      await store.guilds.left(GUILD);
      clock.advance({ days: 5 });
      await store.guilds.present([OTHER_GUILD, GUILD]);
      clock.advance({ days: 5 });
      expect(await store.upkeep()).toMatchObject({ guilds: 0 });
      expect((await store.settings.read(GUILD)).language).toBe('zh-Hans');
    });
  });
}
