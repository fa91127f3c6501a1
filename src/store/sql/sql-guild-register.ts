import type { Clock } from '../../shared/clock.js';
import type { GuildRegister } from '../contract/guild-register.js';
import type { Database } from '../database.js';
import { announceSettings } from '../tables/meta.js';
import { GUILD_TABLES, guildOf, type Queries } from '../tables/tables.js';
import { eraseIfRequested, requestErasure } from './erasure.js';

/** Which servers the bot has left, in the database. */
export class SqlGuildRegister implements GuildRegister {
  readonly #database: Database;
  readonly #clock: Clock;
  /** Told when settings were deleted, so that none that were read before are used. */
  readonly #onDeleted: () => void;

  constructor(database: Database, clock: Clock, onDeleted: () => void) {
    this.#database = database;
    this.#clock = clock;
    this.#onDeleted = onDeleted;
  }

  async left(guild: string): Promise<void> {
    const departed = { guild_id: guild, left_at: this.#clock.now().getTime() };
    await this.#database.write((queries) =>
      queries
        .insertInto('yinju_departed_guild')
        .values(departed)
        .onConflict((conflict) => conflict.column('guild_id').doNothing())
        .execute(),
    );
  }

  async present(guilds: readonly string[]): Promise<void> {
    const here = new Set(guilds);
    // Mostly nobody has left: thousands of servers are told of without a lock.
    const departed = await this.#database.read((queries) =>
      queries.selectFrom('yinju_departed_guild').select('guild_id').execute(),
    );
    const back = departed.map((row) => row.guild_id).filter((guild) => here.has(guild));
    if (back.length === 0) return;
    await this.#database.write((queries) =>
      queries.deleteFrom('yinju_departed_guild').where('guild_id', 'in', back).execute(),
    );
  }

  async known(): Promise<readonly string[]> {
    return this.#database.read(async (queries) => {
      const known = new Set<string>();
      for (const table of GUILD_TABLES)
        for (const row of await queries.selectFrom(table).select('guild_id').distinct().execute())
          if (guildOf(row.guild_id) !== null) known.add(row.guild_id);
      for (const row of await queries.selectFrom('yinju_departed_guild').select('guild_id').execute())
        known.delete(row.guild_id);
      return [...known].sort();
    });
  }

  async delete(guild: string): Promise<void> {
    await this.#database.write((queries) => deleteGuild(queries, guild));
    this.#onDeleted();
    await eraseIfRequested(this.#database);
  }
}

/** Deletes everything of a server, and asks that it be erased from the files. */
export async function deleteGuild(queries: Queries, guild: string): Promise<void> {
  for (const table of GUILD_TABLES) await queries.deleteFrom(table).where('guild_id', '=', guild).execute();
  await announceSettings(queries);
  await requestErasure(queries);
}
