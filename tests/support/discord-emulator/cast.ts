import type { JsonObject } from './json.js';
import type { Snowflakes } from './snowflakes.js';

/** Who and what the emulated Discord consists of: one application, one server with one channel, two users. */
export interface Cast {
  readonly application: string;
  readonly bot: JsonObject & { readonly id: string };
  /** Whoever acts where a test does not say who. */
  readonly user: JsonObject & { readonly id: string };
  /** Somebody else in the same server. */
  readonly other: JsonObject & { readonly id: string };
  readonly guild: string;
  readonly channel: string;
  readonly directChannel: string;
  /** A server to which the bot was not added, and a channel of it. */
  readonly foreignGuild: string;
  readonly foreignChannel: string;
}

export function makeCast(ids: Snowflakes): Cast {
  const person = (name: string, bot: boolean): JsonObject & { readonly id: string } => ({
    id: ids.next(),
    username: name,
    discriminator: '0',
    global_name: null,
    avatar: null,
    bot,
  });
  const bot = person('yinju', true);
  return {
    // An application and its bot user share their id since 2016.
    application: bot.id,
    bot,
    user: person('asker', false),
    other: person('reader', false),
    guild: ids.next(),
    channel: ids.next(),
    directChannel: ids.next(),
    foreignGuild: ids.next(),
    foreignChannel: ids.next(),
  };
}

export function channelOf(cast: Cast, direct: boolean): JsonObject {
  return direct
    ? { id: cast.directChannel, type: 1, recipients: [cast.user], last_message_id: null }
    : { id: cast.channel, type: 0, name: 'questions', position: 0, permission_overwrites: [], nsfw: false };
}

/** events/gateway-events.mdx, "Guild Create": the fields that a bot reads. */
export function guildCreate(cast: Cast, locale: string): JsonObject {
  return {
    id: cast.guild,
    name: 'Server',
    icon: null,
    owner_id: cast.user.id,
    preferred_locale: locale,
    // The role @everyone has the id of the server.
    roles: [
      {
        id: cast.guild,
        name: '@everyone',
        permissions: '2147483647',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    emojis: [],
    stickers: [],
    features: [],
    channels: [channelOf(cast, false)],
    threads: [],
    members: [memberOf(cast.bot)],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
  };
}

export function memberOf(user: JsonObject): JsonObject {
  return {
    user,
    roles: [],
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: '2147483647',
  };
}
