import type { Language } from '../../shared/language.js';

/** Which messages of a channel are questions: every one, only those that mention the bot, or none (commands still work). */
export type ChannelMode = 'all' | 'mention' | 'off';

export interface ChannelSettings {
  readonly mode: ChannelMode;
  /** Whether the bot offers the text where somebody cites a provision. */
  readonly citationCards: boolean;
}

/** The language of the bot's own words in a server; `auto` is that of the reader. */
export type GuildLanguage = 'auto' | Exclude<Language, 'other'>;

/** What the administrators of a server have set. A server that nobody has set up has `DEFAULT_GUILD_SETTINGS`. */
export interface GuildSettings {
  readonly language: GuildLanguage;
  /** Ids of the documents that are asked where a question names none; empty means all. */
  readonly documents: readonly string[];
  /** Passages in an answer, `FEWEST_PASSAGES` to `MOST_PASSAGES`; null leaves it to the program. */
  readonly passages: number | null;
  /** By channel id; a channel that is not in it, such as a new one, has `DEFAULT_CHANNEL_SETTINGS`. */
  readonly channels: Readonly<Record<string, ChannelSettings>>;
}

/** What shall be different; what is left out stays as it is, whatever somebody else changes at the same moment. */
export interface GuildSettingsChange {
  readonly language?: GuildLanguage;
  readonly documents?: readonly string[];
  readonly passages?: number | null;
  readonly channels?: Readonly<Record<string, Partial<ChannelSettings>>>;
}

/**
 * The settings of servers, as everything that answers reads them before each message: what was read is kept, so that a
 * message costs no query. A change counts at once in this process, and in every other within two seconds.
 * All methods may throw the errors of `store-errors.ts`; while the database cannot be reached, settings that this process
 * has read before still serve.
 */
export interface GuildSettingsStore {
  read(guild: string): Promise<GuildSettings>;
  /** Of one channel; a thread has those of the channel that it belongs to. */
  readChannel(guild: string, channel: string): Promise<ChannelSettings>;
  /**
   * Changes all that is named, or nothing.
   * @returns the settings after it
   * @throws RangeError where `passages` is out of range
   */
  change(guild: string, change: GuildSettingsChange): Promise<GuildSettings>;
  /** Forgets what was set for a channel, which was deleted. */
  forgetChannel(guild: string, channel: string): Promise<void>;
}

export const FEWEST_PASSAGES = 1;
export const MOST_PASSAGES = 10;

/** A channel that nobody has set up: nothing is read there but what mentions the bot. */
export const DEFAULT_CHANNEL_SETTINGS: ChannelSettings = { mode: 'mention', citationCards: false };

export const DEFAULT_GUILD_SETTINGS: GuildSettings = { language: 'auto', documents: [], passages: null, channels: {} };

/** The settings of one channel among those of its server. */
export function channelSettingsOf(settings: GuildSettings, channel: string): ChannelSettings {
  const own = Object.hasOwn(settings.channels, channel) ? settings.channels[channel] : undefined;
  return own ?? DEFAULT_CHANNEL_SETTINGS;
}

/** @throws RangeError where a change cannot be kept */
export function checkSettingsChange({ passages }: GuildSettingsChange): void {
  if (passages === undefined || passages === null) return;
  if (!Number.isInteger(passages) || passages < FEWEST_PASSAGES || passages > MOST_PASSAGES)
    throw new RangeError(`passages is ${passages}, not a whole number from ${FEWEST_PASSAGES} to ${MOST_PASSAGES}`);
}
