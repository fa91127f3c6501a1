import type { Kysely } from 'kysely';
import type { ChannelMode, GuildLanguage } from '../contract/guild-settings.js';
import type { AskedKind } from '../contract/question-log.js';

/**
 * The tables as the newest migration leaves them. Only text, whole numbers and null are stored, so that both databases
 * hold the same values: times are milliseconds since 1970, lists are JSON, truth is 0 or 1, `guild_id` of a direct
 * message is empty, `user_key` is the keyed hash of a user's id.
 */
export interface Tables {
  /** `schema`, `secret`, `settings-revision`, and `erasure` while one is due. */
  readonly yinju_meta: { name: string; value: string };
  readonly yinju_guild_settings: {
    guild_id: string;
    language: GuildLanguage;
    documents: string;
    passages: number | null;
  };
  readonly yinju_channel_settings: { guild_id: string; channel_id: string; mode: ChannelMode; citation_cards: number };
  readonly yinju_feedback: {
    answer_id: string;
    user_key: string;
    guild_id: string;
    channel_id: string;
    helpful: number;
    passages: string;
    generation: string;
    question: string | null;
    created_at: number;
  };
  readonly yinju_question: {
    id: string;
    kind: AskedKind;
    user_key: string;
    guild_id: string;
    channel_id: string;
    text: string;
    status: 'answered' | 'none';
    strength: 'strong' | 'weak' | 'none';
    asked_at: number;
  };
  readonly yinju_daily_use: { guild_id: string; day: string; kind: AskedKind; answered: number; unanswered: number };
  readonly yinju_departed_guild: { guild_id: string; left_at: number };
}

type TableName = keyof Tables;

/** Queries of one transaction. */
export type Queries = Kysely<Tables>;

/** Tables with a column `guild_id` that go when a server goes. */
export const GUILD_TABLES = [
  'yinju_guild_settings',
  'yinju_channel_settings',
  'yinju_feedback',
  'yinju_question',
  'yinju_daily_use',
  'yinju_departed_guild',
] as const satisfies readonly TableName[];

/** All tables, those that others are about first. */
export const TABLE_NAMES = ['yinju_meta', ...GUILD_TABLES] as const satisfies readonly TableName[];

/** Tables with a column `user_key`. */
export const USER_TABLES = ['yinju_feedback', 'yinju_question'] as const satisfies readonly TableName[];

/** The column of a server's id, which is empty for direct messages. */
export const guildColumn = (guild: string | null): string => guild ?? '';

/** The way back from `guildColumn`. */
export const guildOf = (column: string): string | null => (column === '' ? null : column);
