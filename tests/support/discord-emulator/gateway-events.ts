import { channelOf, guildCreate, memberOf, type Cast } from './cast.js';
import {
  INTENT_DIRECT_MESSAGES,
  INTENT_GUILDS,
  INTENT_GUILD_MESSAGES,
  INTENT_MESSAGE_CONTENT,
  type GatewayEvent,
} from './gateway.js';
import type { JsonObject } from './json.js';

/** events/gateway-events.mdx, "Ready": servers come as unavailable first, then one by one. */
export function greeting(cast: Cast, sessionId: string, url: string, guildLocale: string): readonly GatewayEvent[] {
  const ready = {
    v: 10,
    user: cast.bot,
    guilds: [{ id: cast.guild, unavailable: true }],
    session_id: sessionId,
    resume_gateway_url: url,
    shard: [0, 1],
    application: { id: cast.application, flags: 0 },
  };
  return [
    { name: 'READY', data: ready, intents: 0 },
    { name: 'GUILD_CREATE', data: guildCreate(cast, guildLocale), intents: INTENT_GUILDS },
  ];
}

export interface CommandInteraction {
  readonly id: string;
  readonly token: string;
  readonly command: JsonObject;
  readonly options: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly guildLocale: string;
  readonly direct: boolean;
  /** Option that is being typed; null where the command is run. */
  readonly focused: string | null;
}

/** interactions/receiving-and-responding.mdx, "Interaction Object". No intent is needed for it. */
export function interactionCreate(cast: Cast, interaction: CommandInteraction): GatewayEvent {
  const { id, token, command, options, locale, guildLocale, direct, focused } = interaction;
  const channel = channelOf(cast, direct);
  const place = direct
    ? { user: cast.user, context: 1 }
    : { guild_id: cast.guild, guild_locale: guildLocale, member: memberOf(cast.user), context: 0 };
  const data = {
    id,
    application_id: cast.application,
    // receiving-and-responding.mdx, "Interaction Type": a command, or the autocompletion of one.
    type: focused === null ? 2 : 4,
    token,
    version: 1,
    channel_id: channel.id,
    channel,
    locale,
    app_permissions: '2147483647',
    entitlements: [],
    authorizing_integration_owners: { 0: direct ? '0' : cast.guild },
    attachment_size_limit: 10_485_760,
    ...place,
    data: {
      id: command.id,
      name: command.name,
      type: 1,
      options: Object.entries(options).map(([name, value]) => ({
        name,
        type: 3,
        value,
        ...(name === focused ? { focused: true } : {}),
      })),
    },
  };
  return { name: 'INTERACTION_CREATE', data, intents: 0 };
}

export interface UserMessage {
  readonly id: string;
  readonly content: string;
  readonly author: JsonObject;
  readonly mentionsBot: boolean;
  readonly direct: boolean;
}

/**
 * events/gateway-events.mdx, "Message Create". Without MESSAGE_CONTENT the content is blank, but for direct messages
 * and messages that mention the bot (events/gateway.mdx:443-500; limits.md, "MESSAGE_CONTENT").
 * @param intents of the session that receives it
 */
export function messageCreate(cast: Cast, message: UserMessage, intents: number): GatewayEvent {
  const { id, content, author, mentionsBot, direct } = message;
  const readable = mentionsBot || direct || (intents & INTENT_MESSAGE_CONTENT) !== 0;
  const data = {
    id,
    channel_id: direct ? cast.directChannel : cast.channel,
    channel_type: direct ? 1 : 0,
    author,
    content: readable ? content : '',
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentionsBot ? [{ ...cast.bot, member: memberOf(cast.bot) }] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    ...(direct ? {} : { guild_id: cast.guild, member: memberOf(author) }),
  };
  return { name: 'MESSAGE_CREATE', data, intents: direct ? INTENT_DIRECT_MESSAGES : INTENT_GUILD_MESSAGES };
}
