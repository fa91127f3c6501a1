import type { Clock } from '../../shared/clock.js';
import { daysAgo } from '../../shared/days.js';
import type { DailyCount, FeedbackItem, InsightsReader, Page, UnansweredQuestion } from '../contract/insights.js';
import type { Retention } from '../contract/retention.js';
import type { Database } from '../database.js';
import { parseStringList } from './string-list.js';

/** What administrators learn, from the database. What has expired is left out, whether or not it was removed yet. */
export class SqlInsights implements InsightsReader {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #retention: Retention;

  constructor(database: Database, clock: Clock, retention: Retention) {
    this.#database = database;
    this.#clock = clock;
    this.#retention = retention;
  }

  async feedback(guild: string, { offset, limit }: Page): Promise<readonly FeedbackItem[]> {
    const rows = await this.#database.read((queries) =>
      queries
        .selectFrom('yinju_feedback')
        .select(['answer_id', 'channel_id', 'helpful', 'passages', 'generation', 'question', 'created_at'])
        .where('guild_id', '=', guild)
        .where('created_at', '>=', this.#oldest())
        .orderBy('created_at', 'desc')
        .orderBy('answer_id')
        // Never shown: it only keeps votes of one instant in one order.
        .orderBy('user_key')
        .limit(limit)
        .offset(offset)
        .execute(),
    );
    return rows.map((row) => ({
      answer: row.answer_id,
      channel: row.channel_id,
      helpful: row.helpful === 1,
      passages: parseStringList(row.passages),
      generation: row.generation,
      question: row.question,
      createdAt: new Date(row.created_at),
    }));
  }

  async unanswered(guild: string, { offset, limit }: Page): Promise<readonly UnansweredQuestion[]> {
    const rows = await this.#database.read((queries) =>
      queries
        .selectFrom('yinju_question')
        .select((expression) => [
          'kind',
          'text',
          expression.fn.countAll<number>().as('times'),
          expression.fn.max('asked_at').as('last'),
        ])
        .where('guild_id', '=', guild)
        .where('status', '=', 'none')
        .where('asked_at', '>=', this.#oldest())
        .groupBy(['text', 'kind'])
        .orderBy('times', 'desc')
        .orderBy('last', 'desc')
        .orderBy('text')
        .orderBy('kind')
        .limit(limit)
        .offset(offset)
        .execute(),
    );
    return rows.map(({ kind, text, times, last }) => ({ kind, text, times, lastAskedAt: new Date(last) }));
  }

  days(guild: string, from: string, to: string): Promise<readonly DailyCount[]> {
    return this.#database.read((queries) =>
      queries
        .selectFrom('yinju_daily_use')
        .select(['day', 'kind', 'answered', 'unanswered'])
        .where('guild_id', '=', guild)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('kind')
        .execute(),
    );
  }

  #oldest(): number {
    return daysAgo(this.#clock, this.#retention.retentionDays);
  }
}
