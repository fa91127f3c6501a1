import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryStore } from '../support/memory-store.js';
import { SetClock } from '../support/set-clock.js';
import { operationArbitrary } from '../support/store-operations.js';
import type { Retention } from '../../src/store/retention.js';
import type { Store } from '../../src/store/store.js';

/** Opens the store of one test. */
export type OpenForTest = (clock: SetClock, retention: Retention) => Promise<Store>;

const START = '2026-11-22T23:59:00Z';
const LOGGING: Retention = { logQuestions: true, retentionDays: 30 };
const NOT_LOGGING: Retention = { logQuestions: false, retentionDays: 30 };
const GUILD = '1000000000000000001';
const OTHER_GUILD = '1000000000000000002';
const CHANNEL = '2000000000000000001';
const USER = '3000000000000000001';
const OTHER_USER = '3000000000000000002';
const PAGE = { offset: 0, limit: 10 };

const said = {
  answer: '4000000000000000001',
  channel: CHANNEL,
  helpful: true,
  passages: ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'],
  generation: '000001-abc',
  question: '网络安全宣传周的主题是什么？',
};
const vote = { ...said, guild: GUILD, user: USER };
const asked = { channel: CHANNEL, text: '月球上适用哪部法律？', status: 'none', strength: 'none' } as const;
const question = { ...asked, guild: GUILD, user: USER };

/**
 * What every store does.
 * @param prepare makes a place for the store of one test
 * @param runs how many random histories are compared with the store in memory; 0 for that one itself
 */
export function describeStore(name: string, prepare: () => Promise<OpenForTest>, runs: number): void {
  const fresh = async (retention = LOGGING): Promise<{ store: Store; clock: SetClock }> => {
    const open = await prepare();
    const clock = new SetClock(START);
    const store = await open(clock, retention);
    onTestFinished(() => store.close());
    return { store, clock };
  };

  describe(`the store: ${name}`, () => {
    describe('settings', () => {
      it('are the defaults in a server that nobody has set up', async () => {
        const { store } = await fresh();
        expect(await store.settings.read(GUILD)).toEqual({
          language: 'auto',
          documents: [],
          passages: null,
          channels: {},
        });
        expect(await store.settings.readChannel(GUILD, CHANNEL)).toEqual({ mode: 'mention', citationCards: false });
      });

      it('keep what a change does not name', async () => {
        const { store } = await fresh();
        await store.settings.change(GUILD, { language: 'zh-Hant', passages: 3 });
        await store.settings.change(GUILD, { documents: ['001-1', '003'], channels: { [CHANNEL]: { mode: 'all' } } });
        const after = await store.settings.change(GUILD, { channels: { [CHANNEL]: { citationCards: true } } });
        expect(after).toEqual({
          language: 'zh-Hant',
          documents: ['001-1', '003'],
          passages: 3,
          channels: { [CHANNEL]: { mode: 'all', citationCards: true } },
        });
        expect(await store.settings.read(GUILD)).toEqual(after);
      });

      it('give back to the program what is set to null', async () => {
        const { store } = await fresh();
        await store.settings.change(GUILD, { passages: 3 });
        await store.settings.change(GUILD, { passages: null });
        expect((await store.settings.read(GUILD)).passages).toBeNull();
      });

      it('belong to one server', async () => {
        const { store } = await fresh();
        await store.settings.change(GUILD, { channels: { [CHANNEL]: { mode: 'off' } } });
        expect(await store.settings.readChannel(OTHER_GUILD, CHANNEL)).toEqual({
          mode: 'mention',
          citationCards: false,
        });
      });

      it('refuse a number of passages that no answer has, and change nothing', async () => {
        const { store } = await fresh();
        for (const passages of [0, 11, 2.5, NaN])
          await expect(store.settings.change(GUILD, { language: 'en', passages })).rejects.toThrow(RangeError);
        expect((await store.settings.read(GUILD)).language).toBe('auto');
      });

      it('of many administrators at once all hold', async () => {
        const { store } = await fresh();
        const channels = Array.from({ length: 20 }, (_, index) => `channel-${index}`);
        await Promise.all(
          channels.map((channel) => store.settings.change(GUILD, { channels: { [channel]: { mode: 'all' } } })),
        );
        expect(Object.keys((await store.settings.read(GUILD)).channels).sort()).toEqual([...channels].sort());
      });

      it('of a channel that was deleted are forgotten', async () => {
        const { store } = await fresh();
        await store.settings.change(GUILD, { channels: { [CHANNEL]: { mode: 'all' }, other: { mode: 'off' } } });
        await store.settings.forgetChannel(GUILD, CHANNEL);
        expect(Object.keys((await store.settings.read(GUILD)).channels)).toEqual(['other']);
      });
    });

    describe('threads', () => {
      it('are known from their opening to their end', async () => {
        const { store } = await fresh();
        const thread = { thread: '5', guild: GUILD, channel: CHANNEL };
        expect(await store.threads.has('5')).toBe(false);
        await store.threads.add(thread);
        await store.threads.add(thread);
        expect(await store.threads.has('5')).toBe(true);
        await store.threads.remove('5');
        await store.threads.remove('5');
        expect(await store.threads.has('5')).toBe(false);
      });
    });

    describe('feedback', () => {
      it('comes back with its passages, newest first, and without the reader', async () => {
        const { store, clock } = await fresh();
        await store.feedback.vote(vote);
        clock.advance({ seconds: 1 });
        await store.feedback.vote({ ...vote, user: OTHER_USER, helpful: false, question: null });
        expect(await store.insights.feedback(GUILD, PAGE)).toEqual([
          { ...said, helpful: false, question: null, createdAt: new Date('2026-11-22T23:59:01Z') },
          { ...said, createdAt: new Date('2026-11-22T23:59:00Z') },
        ]);
        expect(await store.insights.feedback(GUILD, { offset: 1, limit: 1 })).toHaveLength(1);
        expect(await store.insights.feedback(OTHER_GUILD, PAGE)).toEqual([]);
      });

      it('is one vote a reader and answer: the last', async () => {
        const { store } = await fresh();
        await store.feedback.vote(vote);
        await store.feedback.vote({ ...vote, helpful: false });
        expect(await store.insights.feedback(GUILD, PAGE)).toMatchObject([{ helpful: false }]);
      });

      it('is known to the one who gave it', async () => {
        const { store } = await fresh();
        await store.feedback.vote({ ...vote, helpful: false });
        expect(await store.feedback.voteOf(vote.answer, USER)).toBe(false);
        await store.feedback.vote({ ...vote, helpful: true });
        expect(await store.feedback.voteOf(vote.answer, USER)).toBe(true);
        expect(await store.feedback.voteOf(vote.answer, OTHER_USER)).toBeNull();
        expect(await store.feedback.voteOf('another answer', USER)).toBeNull();
        await store.feedback.withdraw(vote.answer, USER);
        expect(await store.feedback.voteOf(vote.answer, USER)).toBeNull();
      });

      it('can be taken back by the one who gave it', async () => {
        const { store } = await fresh();
        await store.feedback.vote(vote);
        expect(await store.feedback.withdraw(vote.answer, OTHER_USER)).toBe(false);
        expect(await store.feedback.withdraw(vote.answer, USER)).toBe(true);
        expect(await store.insights.feedback(GUILD, PAGE)).toEqual([]);
      });

      it('holds no question where questions are not logged', async () => {
        const { store } = await fresh(NOT_LOGGING);
        await store.feedback.vote(vote);
        expect(await store.insights.feedback(GUILD, PAGE)).toMatchObject([{ question: null }]);
      });
    });

    describe('questions', () => {
      it('are counted by server and day in UTC', async () => {
        const { store, clock } = await fresh(NOT_LOGGING);
        await store.questions.record(question);
        await store.questions.record({ ...question, status: 'answered', strength: 'weak' });
        await store.questions.record({ ...question, guild: null });
        clock.advance({ seconds: 60 });
        await store.questions.record({ ...question, status: 'answered', strength: 'strong' });
        const [first, second] = [
          { day: '2026-11-22', answered: 1, unanswered: 1 },
          { day: '2026-11-23', answered: 1, unanswered: 0 },
        ];
        expect(await store.insights.days(GUILD, '2026-11-01', '2026-11-30')).toEqual([first, second]);
        expect(await store.insights.days(GUILD, '2026-11-23', '2026-11-23')).toEqual([second]);
      });

      it('are not kept where they are not logged', async () => {
        const { store } = await fresh(NOT_LOGGING);
        await store.questions.record(question);
        expect(await store.insights.unanswered(GUILD, PAGE)).toEqual([]);
        expect(await store.users.exportUser(USER)).toEqual({ feedback: [], questions: [] });
      });

      it('without an answer come back most frequent first', async () => {
        const { store, clock } = await fresh();
        for (const text of ['甲', '乙', '乙', '丙']) {
          await store.questions.record({ ...question, text });
          clock.advance({ seconds: 1 });
        }
        await store.questions.record({ ...question, text: '丁', status: 'answered', strength: 'strong' });
        expect(await store.insights.unanswered(GUILD, PAGE)).toEqual([
          { text: '乙', times: 2, lastAskedAt: new Date('2026-11-22T23:59:02Z') },
          { text: '丙', times: 1, lastAskedAt: new Date('2026-11-22T23:59:03Z') },
          { text: '甲', times: 1, lastAskedAt: new Date('2026-11-22T23:59:00Z') },
        ]);
      });

      it('of any text can be kept, without what may be the number of a person', async () => {
        const { store } = await fresh();
        const text = `<@${OTHER_USER}>'; drop table yinju_question; -- a\0b \ud800 𠮷 👩‍⚖️ 110101199003077758`;
        await store.questions.record({ ...question, text });
        expect(await store.insights.unanswered(GUILD, PAGE)).toMatchObject([
          { text: "<@…>'; drop table yinju_question; -- a\ufffdb \ufffd 𠮷 👩‍⚖️ …" },
        ]);
      });
    });

    describe('time', () => {
      it('lets feedback and questions expire, and counts stay', async () => {
        const { store, clock } = await fresh();
        await store.feedback.vote(vote);
        await store.questions.record(question);
        clock.advance({ days: 30 });
        expect(await store.insights.feedback(GUILD, PAGE)).toHaveLength(1);
        expect(await store.upkeep()).toEqual({ feedback: 0, questions: 0, guilds: 0 });
        clock.advance({ milliseconds: 1 });
        expect(await store.insights.feedback(GUILD, PAGE)).toEqual([]);
        expect(await store.insights.unanswered(GUILD, PAGE)).toEqual([]);
        expect((await store.users.exportUser(USER)).feedback).toHaveLength(1);
        expect(await store.upkeep()).toEqual({ feedback: 1, questions: 1, guilds: 0 });
        expect(await store.users.exportUser(USER)).toEqual({ feedback: [], questions: [] });
        expect(await store.insights.days(GUILD, '2026-01-01', '2026-12-31')).toHaveLength(1);
      });
    });

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
        await store.threads.add({ thread: `thread of ${guild}`, guild, channel: CHANNEL });
        await store.feedback.vote({ ...vote, answer: `answer in ${guild}`, guild });
        await store.questions.record({ ...question, guild });
      };
      const isEmpty = async (store: Store, guild: string): Promise<boolean> =>
        (await store.settings.read(guild)).language === 'auto' &&
        !(await store.threads.has(`thread of ${guild}`)) &&
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

    if (runs > 0)
      it('does what the store in memory does, whatever happens in whatever order', { timeout: 120_000 }, async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(operationArbitrary, { maxLength: 40 }),
            fc.boolean(),
            async (history, logQuestions) => {
              const retention = { logQuestions, retentionDays: 3 };
              const { store, clock } = await fresh(retention);
              const model = createMemoryStore(clock, retention);
              for (const step of history) {
                // No two things happen at the same instant.
                clock.advance({ milliseconds: 1 });
                if ('hours' in step) clock.advance({ seconds: step.hours * 3600 });
                else expect(await step.apply(store), step.name).toEqual(await step.apply(model));
              }
            },
          ),
          { numRuns: runs },
        );
      });
  });
}
