import type { Clock } from '../shared/clock.js';
import type { Database } from './database.js';
import type { FeedbackStore, Vote } from './feedback.js';
import type { Retention } from './retention.js';
import { storableText } from './storable-text.js';
import { guildColumn } from './tables.js';
import { userKeyIn } from './user-key.js';

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

  async vote({ answer, guild, channel, user, helpful, passages, generation, question }: Vote): Promise<void> {
    const said = {
      guild_id: guildColumn(guild),
      channel_id: channel,
      helpful: Number(helpful),
      passages: JSON.stringify(passages),
      generation,
      question: question === null || !this.#retention.logQuestions ? null : storableText(question),
      created_at: this.#clock.now().getTime(),
    };
    await this.#database.write(async (queries) =>
      queries
        .insertInto('yinju_feedback')
        .values({ answer_id: answer, user_key: await userKeyIn(queries, user), ...said })
        .onConflict((conflict) => conflict.columns(['answer_id', 'user_key']).doUpdateSet(said))
        .execute(),
    );
  }

  async voteOf(answer: string, user: string): Promise<boolean | null> {
    const vote = await this.#database.read(async (queries) =>
      queries
        .selectFrom('yinju_feedback')
        .select('helpful')
        .where('answer_id', '=', answer)
        .where('user_key', '=', await userKeyIn(queries, user))
        .executeTakeFirst(),
    );
    return vote === undefined ? null : vote.helpful === 1;
  }

  async withdraw(answer: string, user: string): Promise<boolean> {
    const { numDeletedRows } = await this.#database.write(async (queries) =>
      queries
        .deleteFrom('yinju_feedback')
        .where('answer_id', '=', answer)
        .where('user_key', '=', await userKeyIn(queries, user))
        .executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  }
}
