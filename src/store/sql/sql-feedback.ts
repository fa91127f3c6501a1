import type { Clock } from '../../shared/clock.js';
import type { FeedbackStore, Vote, VoteOutcome } from '../contract/feedback.js';
import type { Retention } from '../contract/retention.js';
import type { Database } from '../database.js';
import { guildColumn } from '../tables/tables.js';
import { userKeyIn } from '../tables/user-key.js';
import { storableText } from './storable-text.js';

/** In the place of 0 and 1 while a vote is taken back: no row has it outside of a transaction. */
const WITHDRAWN = -1;

/** Votes in the database. */
export class SqlFeedback implements FeedbackStore {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #retention: Retention;

  constructor(database: Database, clock: Clock, retention: Retention) {
    this.#database = database;
    this.#clock = clock;
    this.#retention = retention;
  }

  async vote({ answer, guild, channel, user, helpful, passages, generation, question }: Vote): Promise<VoteOutcome> {
    const said = {
      guild_id: guildColumn(guild),
      channel_id: channel,
      helpful: Number(helpful),
      passages: JSON.stringify(passages),
      generation,
      question: question === null || !this.#retention.logQuestions ? null : storableText(question),
      created_at: this.#clock.now().getTime(),
    };
    return this.#database.write(async (queries) => {
      const key = { answer_id: answer, user_key: await userKeyIn(queries, user) };
      // One statement finds out and writes, so that PostgreSQL holds the row against all others until the end.
      const kept = await queries
        .insertInto('yinju_feedback')
        .values({ ...key, ...said })
        .onConflict((conflict) =>
          conflict.columns(['answer_id', 'user_key']).doUpdateSet((row) => ({
            ...said,
            helpful: row
              .case()
              .when('yinju_feedback.helpful', '=', row.ref('excluded.helpful'))
              .then(WITHDRAWN)
              .else(row.ref('excluded.helpful'))
              .end(),
          })),
        )
        .returning('helpful')
        .executeTakeFirstOrThrow();
      if (kept.helpful !== WITHDRAWN) return 'kept';
      await queries
        .deleteFrom('yinju_feedback')
        .where('answer_id', '=', key.answer_id)
        .where('user_key', '=', key.user_key)
        .execute();
      return 'withdrawn';
    });
  }
}
