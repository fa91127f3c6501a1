import { Client, Options, Partials } from 'discord.js';
import { intentsFor } from './intents.js';
import { NO_MENTIONS } from '../rendering/message.js';

/** Servers that do not report within this time are taken in later: questions of the others do not wait for them. */
const GUILD_WAIT_MILLISECONDS = 1000;

/**
 * discord.js keeps a queue for each interaction that was answered, and forgets those that are idle as often as this: every
 * hour unless told, by which time a busy bot has tens of thousands.
 */
const HANDLER_SWEEP_MILLISECONDS = 60_000;

/**
 * A client of discord.js that is not connected yet. It keeps servers and channels in memory, and of everything that
 * grows with members and messages nothing.
 *
 * @param apiUrl as discord.js's `rest.api`, such as `https://discord.com/api`
 * @param messageContent as of `intentsFor`
 */
export function createClient(apiUrl: string, messageContent: boolean): Client {
  return new Client({
    intents: intentsFor(messageContent),
    // A direct message arrives in a channel that the gateway has never announced.
    partials: [Partials.Channel],
    allowedMentions: NO_MENTIONS,
    failIfNotExists: false,
    waitGuildTimeout: GUILD_WAIT_MILLISECONDS,
    rest: { api: apiUrl.replace(/\/$/, ''), handlerSweepInterval: HANDLER_SWEEP_MILLISECONDS },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      GuildEmojiManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
  });
}
