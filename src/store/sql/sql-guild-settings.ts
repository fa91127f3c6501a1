import {
  checkSettingsChange,
  DEFAULT_CHANNEL_SETTINGS,
  DEFAULT_GUILD_SETTINGS,
  type ChannelSettings,
  type GuildSettings,
  type GuildSettingsChange,
} from '../contract/guild-settings.js';
import type { Database } from '../database.js';
import { announceSettings, readMeta } from '../tables/meta.js';
import type { Queries } from '../tables/tables.js';
import { parseStringList } from './string-list.js';

/** The settings of servers in the database, as they stand there now. */
export class SqlGuildSettings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  read(guild: string): Promise<GuildSettings> {
    return this.#database.read((queries) => readSettings(queries, guild));
  }

  /** A token that changes with every change of any settings, by whatever process. */
  revision(): Promise<string | null> {
    return this.#database.read((queries) => readMeta(queries, 'settings-revision'));
  }

  /** @throws RangeError where a change cannot be kept */
  change(guild: string, change: GuildSettingsChange): Promise<GuildSettings> {
    checkSettingsChange(change);
    return this.#database.write(async (queries) => {
      await changeGuild(queries, guild, change);
      // In one order, so that two changes of the same channels never wait for each other.
      for (const [channel, settings] of Object.entries(change.channels ?? {}).sort(byKey))
        await changeChannel(queries, guild, channel, settings);
      await announceSettings(queries);
      return readSettings(queries, guild);
    });
  }

  forgetChannel(guild: string, channel: string): Promise<void> {
    return this.#database.write(async (queries) => {
      const { numDeletedRows } = await queries
        .deleteFrom('yinju_channel_settings')
        .where('guild_id', '=', guild)
        .where('channel_id', '=', channel)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) await announceSettings(queries);
    });
  }
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/** Only the columns that shall change are written: two changes at once of different settings both hold. */
async function changeGuild(queries: Queries, guild: string, change: GuildSettingsChange): Promise<void> {
  const changed = {
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.documents === undefined ? {} : { documents: JSON.stringify(change.documents) }),
    ...(change.passages === undefined ? {} : { passages: change.passages }),
  };
  if (Object.keys(changed).length === 0) return;
  const { language, documents, passages } = DEFAULT_GUILD_SETTINGS;
  await queries
    .insertInto('yinju_guild_settings')
    .values({ guild_id: guild, language, documents: JSON.stringify(documents), passages, ...changed })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(changed))
    .execute();
}

async function changeChannel(
  queries: Queries,
  guild: string,
  channel: string,
  { mode, citationCards }: Partial<ChannelSettings>,
): Promise<void> {
  const changed = {
    ...(mode === undefined ? {} : { mode }),
    ...(citationCards === undefined ? {} : { citation_cards: Number(citationCards) }),
  };
  if (Object.keys(changed).length === 0) return;
  const byDefault = {
    mode: DEFAULT_CHANNEL_SETTINGS.mode,
    citation_cards: Number(DEFAULT_CHANNEL_SETTINGS.citationCards),
  };
  await queries
    .insertInto('yinju_channel_settings')
    .values({ guild_id: guild, channel_id: channel, ...byDefault, ...changed })
    .onConflict((conflict) => conflict.columns(['guild_id', 'channel_id']).doUpdateSet(changed))
    .execute();
}

async function readSettings(queries: Queries, guild: string): Promise<GuildSettings> {
  const own = await queries
    .selectFrom('yinju_guild_settings')
    .select(['language', 'documents', 'passages'])
    .where('guild_id', '=', guild)
    .executeTakeFirst();
  const channels = await queries
    .selectFrom('yinju_channel_settings')
    .select(['channel_id', 'mode', 'citation_cards'])
    .where('guild_id', '=', guild)
    .execute();
  return {
    ...(own === undefined
      ? DEFAULT_GUILD_SETTINGS
      : { language: own.language, documents: parseStringList(own.documents), passages: own.passages }),
    channels: Object.fromEntries(
      channels.map((row) => [row.channel_id, { mode: row.mode, citationCards: row.citation_cards === 1 }]),
    ),
  };
}
