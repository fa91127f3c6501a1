import { sql } from 'kysely';
import type { Queries } from './tables.js';

/**
 * One step from one version of the schema to the next, in both databases and inside a transaction. It uses `schema` and
 * written SQL alone: the types of `Queries` are those of the newest tables.
 */
export type Migration = (queries: Queries) => Promise<void>;

/** Version 1: everything that the first bot with a store keeps. */
const first: Migration = async ({ schema }) => {
  await schema
    .createTable('yinju_guild_settings')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('documents', 'text', (column) => column.notNull())
    .addColumn('passages', 'integer')
    .execute();
  await schema
    .createTable('yinju_channel_settings')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('citation_cards', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('yinju_channel_settings_key', ['guild_id', 'channel_id'])
    .execute();
  await schema
    .createTable('yinju_thread')
    .addColumn('thread_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('yinju_feedback')
    .addColumn('answer_id', 'text', (column) => column.notNull())
    .addColumn('user_key', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('passages', 'text', (column) => column.notNull())
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('question', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('yinju_feedback_key', ['answer_id', 'user_key'])
    .execute();
  await schema
    .createTable('yinju_question')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_key', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('strength', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('yinju_daily_count')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('unanswered', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('yinju_daily_count_key', ['guild_id', 'day'])
    .execute();
  await schema
    .createTable('yinju_departed_guild')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    .execute();
  for (const [table, time] of [
    ['yinju_feedback', 'created_at'],
    ['yinju_question', 'asked_at'],
  ] as const) {
    await schema.createIndex(`${table}_user`).on(table).column('user_key').execute();
    await schema.createIndex(`${table}_guild`).on(table).columns(['guild_id', time]).execute();
    await schema.createIndex(`${table}_time`).on(table).column(time).execute();
  }
  await schema.createIndex('yinju_thread_guild').on('yinju_thread').column('guild_id').execute();
};

/** Version 2: in what way something was asked. All that was kept before were questions. */
const kinds: Migration = async (queries) => {
  const { schema } = queries;
  await schema
    .alterTable('yinju_question')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('question'))
    .execute();
  // A key cannot be widened in SQLite: the counts move to a table that has the wider one.
  await schema
    .createTable('yinju_daily_use')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('unanswered', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('yinju_daily_use_key', ['guild_id', 'day', 'kind'])
    .execute();
  await sql`insert into yinju_daily_use (guild_id, day, kind, answered, unanswered)
    select guild_id, day, 'question', answered, unanswered from yinju_daily_count`.execute(queries);
  await schema.dropTable('yinju_daily_count').execute();
};

/** Version 3: no threads. Discord itself tells who opened one, so nothing has to be remembered of it. */
const noThreads: Migration = async ({ schema }) => {
  await schema.dropTable('yinju_thread').execute();
};

/**
 * All steps, oldest first: the version of a schema is how many of them it has gone through. A step that was released is
 * never changed; it may add to what it finds, move it elsewhere, or drop what no part of the program reads any more, and
 * loses nothing else.
 */
export const MIGRATIONS: readonly Migration[] = [first, kinds, noThreads];
