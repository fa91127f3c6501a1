import type { Clock } from '../shared/clock.js';
import type { Database } from './database.js';
import type { OpenedThread, ThreadStore } from './threads.js';

/** The threads of the bot in the database. */
export class SqlThreads implements ThreadStore {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async add({ thread, guild, channel }: OpenedThread): Promise<void> {
    const opened = { thread_id: thread, guild_id: guild, channel_id: channel, opened_at: this.#clock.now().getTime() };
    await this.#database.write((queries) =>
      queries
        .insertInto('yinju_thread')
        .values(opened)
        .onConflict((conflict) => conflict.column('thread_id').doNothing())
        .execute(),
    );
  }

  async has(thread: string): Promise<boolean> {
    const found = await this.#database.read((queries) =>
      queries.selectFrom('yinju_thread').select('thread_id').where('thread_id', '=', thread).executeTakeFirst(),
    );
    return found !== undefined;
  }

  async remove(thread: string): Promise<void> {
    await this.#database.write((queries) =>
      queries.deleteFrom('yinju_thread').where('thread_id', '=', thread).execute(),
    );
  }
}
