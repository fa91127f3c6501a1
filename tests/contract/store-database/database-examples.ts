import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { silentLogger } from '../../../src/shared/logger.js';
import { Database } from '../../../src/store/database.js';
import type { Migration } from '../../../src/store/tables/migrations.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/contract/store.js';
import { SetClock } from '../../support/set-clock.js';
import type { TestDatabase } from '../../support/test-database.js';
import { CHANNEL, GUILD, LOGGING, OTHER_USER, USER } from '../store/store-examples.js';

export const NOON = '2026-11-22T12:00:00Z';

/** A step that a later version might take: a new column that is filled from what was there. */
export const nextStep: Migration = async (queries) => {
  await queries.schema.alterTable('yinju_departed_guild').addColumn('title', 'text').execute();
  await sql`update yinju_departed_guild set title = 'server ' || guild_id`.execute(queries);
};

/** A store over the database, which the test closes at its end. */
export async function openStoreOf({ location }: TestDatabase, clock = new SetClock(NOON)): Promise<Store> {
  const store = await openStore({ location, clock, logger: silentLogger, ...LOGGING });
  onTestFinished(() => store.close());
  return store;
}

/** The database itself beside its store, which the test closes at its end. */
export async function connectTo(test: TestDatabase): Promise<Database> {
  const database = new Database(await test.connect());
  onTestFinished(() => database.close());
  return database;
}

const place = { guild: GUILD, channel: CHANNEL };
const questionOf = (index: number): string => `第${index}个问题 ${'很长'.repeat(index % 40)}`;

/** What a user thinks of the answer of that number; said again, it is taken back. */
export async function vote(store: Store, user: string, index: number): Promise<void> {
  const said = { answer: `a${index}`, user, helpful: true, passages: ['p1'], generation: '000001' };
  await store.feedback.vote({ ...place, ...said, question: questionOf(index) });
}

/** Something in every table: the settings of a server, so many votes and questions of two users, and a server that has gone. */
export async function fill(store: Store, count = 1): Promise<void> {
  await store.settings.change(GUILD, { language: 'zh-Hant', passages: 3, channels: { [CHANNEL]: { mode: 'all' } } });
  const say = async (user: string, index: number): Promise<void> => {
    await vote(store, user, index);
    const asked = { kind: 'question', user, text: questionOf(index), status: 'none', strength: 'none' } as const;
    await store.questions.record({ ...place, ...asked });
  };
  const indexes = Array.from({ length: count }, (_, index) => index);
  await Promise.all([USER, OTHER_USER].flatMap((user) => indexes.map((index) => say(user, index))));
  await store.guilds.left('9');
}

/** All that is in the store, as text. */
export async function contentOf(store: Store): Promise<string> {
  return Buffer.from(await store.backup()).toString('utf8');
}
