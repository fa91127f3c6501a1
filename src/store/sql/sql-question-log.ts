import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import { dayOf } from '../../shared/days.js';
import type { AskedQuestion, QuestionLog } from '../contract/question-log.js';
import type { Retention } from '../contract/retention.js';
import type { Database } from '../database.js';
import { guildColumn } from '../tables/tables.js';
import { userKeyIn } from '../tables/user-key.js';
import { storableText } from './storable-text.js';

/** Counts, and where it is asked for the questions themselves, in the database. */
export class SqlQuestionLog implements QuestionLog {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #retention: Retention;

  constructor(database: Database, clock: Clock, retention: Retention) {
    this.#database = database;
    this.#clock = clock;
    this.#retention = retention;
  }

  async record({ kind, guild, channel, user, text, status, strength }: AskedQuestion): Promise<void> {
    const now = this.#clock.now();
    const guildId = guildColumn(guild);
    const column = status === 'answered' ? 'answered' : 'unanswered';
    await this.#database.write(async (queries) => {
      await queries
        .insertInto('yinju_daily_use')
        .values({ guild_id: guildId, day: dayOf(now), kind, answered: 0, unanswered: 0, [column]: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['guild_id', 'day', 'kind'])
            .doUpdateSet((expression) => ({ [column]: expression(`yinju_daily_use.${column}`, '+', 1) })),
        )
        .execute();
      if (!this.#retention.logQuestions) return;
      await queries
        .insertInto('yinju_question')
        .values({
          id: randomUUID(),
          kind,
          user_key: await userKeyIn(queries, user),
          guild_id: guildId,
          channel_id: channel,
          text: storableText(text),
          status,
          strength,
          asked_at: now.getTime(),
        })
        .execute();
    });
  }
}
