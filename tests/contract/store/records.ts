import { describe, expect, it } from 'vitest';
import {
  said,
  GUILD,
  NOT_LOGGING,
  OTHER_GUILD,
  OTHER_USER,
  PAGE,
  question,
  USER,
  vote,
  type FreshStore,
} from './store-examples.js';

/** What every store does with votes and questions, and what becomes of them in time. */
export function describeRecords(fresh: FreshStore): void {
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

    it('is taken back by saying the same again, by the same reader on the same answer', async () => {
      const { store } = await fresh();
      expect(await store.feedback.vote(vote)).toBe('kept');
      expect(await store.feedback.vote({ ...vote, user: OTHER_USER })).toBe('kept');
      expect(await store.feedback.vote({ ...vote, answer: 'another answer' })).toBe('kept');
      // What is shown of the answer may have changed: it is the same mark.
      expect(await store.feedback.vote({ ...vote, passages: [], question: null })).toBe('withdrawn');
      expect((await store.users.exportUser(USER)).feedback).toMatchObject([{ answer: 'another answer' }]);
      expect((await store.users.exportUser(OTHER_USER)).feedback).toMatchObject([{ answer: vote.answer }]);
      expect(await store.feedback.vote(vote)).toBe('kept');
    });

    it('finds what the one before it left, also where both come at the same moment', async () => {
      const { store } = await fresh();
      for (const helpful of [true, false]) {
        const presses = Array.from({ length: 6 }, () => store.feedback.vote({ ...vote, helpful }));
        const outcomes = (await Promise.all(presses)).sort();
        expect(outcomes).toEqual(['kept', 'kept', 'kept', 'withdrawn', 'withdrawn', 'withdrawn']);
        expect(await store.insights.feedback(GUILD, PAGE)).toEqual([]);
      }
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
        { day: '2026-11-22', kind: 'question', answered: 1, unanswered: 1 },
        { day: '2026-11-23', kind: 'question', answered: 1, unanswered: 0 },
      ];
      expect(await store.insights.days(GUILD, '2026-11-01', '2026-11-30')).toEqual([first, second]);
      expect(await store.insights.days(GUILD, '2026-11-23', '2026-11-23')).toEqual([second]);
    });

    it('are counted apart from laws that were looked up and texts that were checked', async () => {
      const { store } = await fresh();
      await store.questions.record({ ...question, kind: 'verify' });
      await store.questions.record({ ...question, kind: 'law', status: 'answered', strength: 'strong' });
      await store.questions.record(question);
      await store.questions.record({ ...question, kind: 'law' });
      expect(await store.insights.days(GUILD, '2026-11-22', '2026-11-22')).toEqual([
        { day: '2026-11-22', kind: 'law', answered: 1, unanswered: 1 },
        { day: '2026-11-22', kind: 'question', answered: 0, unanswered: 1 },
        { day: '2026-11-22', kind: 'verify', answered: 0, unanswered: 1 },
      ]);
      // The same words asked in another way are another question.
      const kinds = (await store.insights.unanswered(GUILD, PAGE)).map(({ kind, times }) => `${kind} ${times}`);
      expect(kinds.sort()).toEqual(['law 1', 'question 1', 'verify 1']);
      const kept = (await store.users.exportUser(USER)).questions.map(({ kind }) => kind);
      expect(kept.sort()).toEqual(['law', 'law', 'question', 'verify']);
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
        { kind: 'question', text: '乙', times: 2, lastAskedAt: new Date('2026-11-22T23:59:02Z') },
        { kind: 'question', text: '丙', times: 1, lastAskedAt: new Date('2026-11-22T23:59:03Z') },
        { kind: 'question', text: '甲', times: 1, lastAskedAt: new Date('2026-11-22T23:59:00Z') },
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
}
