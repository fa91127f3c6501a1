import type { Clock } from '../../shared/clock.js';
import { daysAgo } from '../../shared/days.js';
import { GRACE_DAYS } from '../contract/guild-register.js';
import type { Retention } from '../contract/retention.js';
import type { Upkeep } from '../contract/store.js';
import type { Database } from '../database.js';
import { eraseIfRequested } from './erasure.js';
import { deleteGuild } from './sql-guild-register.js';

/**
 * Removes what has expired, and servers whose days of grace are over; then erases what was asked to be. What has merely
 * expired is overwritten by SQLite as it goes, and left to PostgreSQL's own vacuum.
 */
export async function runUpkeep(database: Database, clock: Clock, { retentionDays }: Retention): Promise<Upkeep> {
  const oldest = daysAgo(clock, retentionDays);
  const removed = await database.write(async (queries) => {
    const feedback = await queries
      .deleteFrom('yinju_feedback')
      .where('created_at', '<', oldest)
      .executeTakeFirstOrThrow();
    const questions = await queries
      .deleteFrom('yinju_question')
      .where('asked_at', '<', oldest)
      .executeTakeFirstOrThrow();
    const departed = await queries
      .selectFrom('yinju_departed_guild')
      .select('guild_id')
      .where('left_at', '<=', daysAgo(clock, GRACE_DAYS))
      .execute();
    for (const { guild_id: guild } of departed) await deleteGuild(queries, guild);
    return {
      feedback: Number(feedback.numDeletedRows),
      questions: Number(questions.numDeletedRows),
      guilds: departed.length,
    };
  });
  await eraseIfRequested(database);
  return removed;
}
