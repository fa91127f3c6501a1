import type { QuestionOptions } from '../../retrieval/parse-question.js';
import type { ChannelSettings, GuildSettings } from '../../store/guild-settings.js';
import type { BotServices } from '../bot-services.js';
import { discordReason } from './conversation.js';

/** What counts in direct messages, and where the settings of a server cannot be read: the bot is then as careful as it can be. */
const UNKNOWN: GuildSettings = { language: 'auto', documents: [], passages: null, channels: {} };
const UNKNOWN_CHANNEL: ChannelSettings = { mode: 'mention', citationCards: false };

/** How long an answer waits for settings: an interaction has to be acknowledged within 3 seconds. */
const WAIT_MILLISECONDS = 1000;

type Parts = Pick<BotServices, 'store' | 'logger'>;

/** What the administrators of a server have set. @param guild null in a direct message. Never rejects. */
export async function serverSettings(guild: string | null, { store, logger }: Parts): Promise<GuildSettings> {
  return guild === null ? UNKNOWN : orElse(() => store.settings.read(guild), UNKNOWN, logger);
}

/** What they have set for one channel, which is no thread. Never rejects. */
export async function channelSettings(
  { guild, channel }: { readonly guild: string | null; readonly channel: string },
  { store, logger }: Parts,
): Promise<ChannelSettings> {
  return guild === null
    ? UNKNOWN_CHANNEL
    : orElse(() => store.settings.readChannel(guild, channel), UNKNOWN_CHANNEL, logger);
}

/** How the questions of a server are searched, as `parseQuestion` takes it: in which documents, and how many passages. */
export async function searchSettings(
  guild: string | null,
  services: Parts,
): Promise<Pick<QuestionOptions, 'among' | 'limit'>> {
  const { documents, passages } = await serverSettings(guild, services);
  return { among: documents, ...(passages === null ? {} : { limit: passages }) };
}

async function orElse<Value>(read: () => Promise<Value>, otherwise: Value, logger: Parts['logger']): Promise<Value> {
  try {
    return await within(read(), WAIT_MILLISECONDS);
  } catch (cause) {
    logger.warn('discord-settings-unread', { reason: discordReason(cause) });
    return otherwise;
  }
}

/** The value of a promise, where it comes in time. @throws its error, or one that says it came too late */
function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Settings came too late')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
