import type { DeletedUserData, UserData, UserDataStore } from '../contract/user-data.js';
import type { Database } from '../database.js';
import { guildOf, USER_TABLES, type Queries } from '../tables/tables.js';
import { userKeyIn } from '../tables/user-key.js';
import { eraseIfRequested, requestErasure } from './erasure.js';
import { parseStringList } from './string-list.js';

/** What is kept of users, in the database. */
export class SqlUserData implements UserDataStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  exportUser(user: string): Promise<UserData> {
    return this.#database.read(async (queries) => {
      const key = await userKeyIn(queries, user);
      return { feedback: await feedbackOf(queries, key), questions: await questionsOf(queries, key) };
    });
  }

  async deleteUser(user: string): Promise<DeletedUserData> {
    const [feedback, questions] = await this.#database.write(async (queries) => {
      const key = await userKeyIn(queries, user);
      const counts: number[] = [];
      for (const table of USER_TABLES) {
        const { numDeletedRows } = await queries
          .deleteFrom(table)
          .where('user_key', '=', key)
          .executeTakeFirstOrThrow();
        counts.push(Number(numDeletedRows));
      }
      if (counts.some((count) => count > 0)) await requestErasure(queries);
      return counts;
    });
    await eraseIfRequested(this.#database);
    return { feedback: feedback ?? 0, questions: questions ?? 0 };
  }
}

async function feedbackOf(queries: Queries, key: string): Promise<UserData['feedback']> {
  const rows = await queries
    .selectFrom('yinju_feedback')
    .selectAll()
    .where('user_key', '=', key)
    .orderBy('created_at')
    .orderBy('answer_id')
    .execute();
  return rows.map((row) => ({
    answer: row.answer_id,
    guild: guildOf(row.guild_id),
    channel: row.channel_id,
    helpful: row.helpful === 1,
    passages: parseStringList(row.passages),
    generation: row.generation,
    question: row.question,
    createdAt: new Date(row.created_at).toISOString(),
  }));
}

async function questionsOf(queries: Queries, key: string): Promise<UserData['questions']> {
  const rows = await queries
    .selectFrom('yinju_question')
    .selectAll()
    .where('user_key', '=', key)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    guild: guildOf(row.guild_id),
    channel: row.channel_id,
    text: row.text,
    status: row.status,
    strength: row.strength,
    askedAt: new Date(row.asked_at).toISOString(),
  }));
}
