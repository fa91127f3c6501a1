import { channelOf, guildCreate, memberOf, type Cast } from './cast.js';
import { usedOptions, type OptionValues } from './command-options.js';
import {
  INTENT_DIRECT_MESSAGES,
  INTENT_GUILDS,
  INTENT_GUILD_MESSAGES,
  INTENT_MESSAGE_CONTENT,
  shardFor,
  type GatewayEvent,
  type ShardOfMany,
} from './gateway.js';
import { asText, type JsonObject } from './json.js';

/** A server, and its one channel. */
export type ServerPlace = Pick<Cast, 'guild' | 'channel'>;

export interface Greeting {
  readonly cast: Cast;
  /** All to which the bot was added. */
  readonly servers: readonly ServerPlace[];
  readonly sessionId: string;
  readonly shard: ShardOfMany;
  readonly url: string;
  readonly guildLocale: string;
}

/** events/gateway-events.mdx, "Ready": servers come as unavailable first, then one by one; those of the shard only. */
export function greeting({ cast, servers, sessionId, shard, url, guildLocale }: Greeting): readonly GatewayEvent[] {
  const [shardId, count] = shard;
  const own = servers.filter(({ guild }) => shardFor(guild, count) === shardId);
  const ready = {
    v: 10,
    user: cast.bot,
    guilds: own.map(({ guild }) => ({ id: guild, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: url,
    shard,
    application: { id: cast.application, flags: 0 },
  };
  return [
    { name: 'READY', data: ready, intents: 0 },
    ...own.map((server) => serverAdded({ ...cast, ...server }, guildLocale)),
  ];
}

/** events/gateway-events.mdx, "Guild Create". @param cast with the guild and the channel of the server */
export function serverAdded(cast: Cast, guildLocale: string): GatewayEvent {
  return { name: 'GUILD_CREATE', data: guildCreate(cast, guildLocale), intents: INTENT_GUILDS };
}

export interface CommandInteraction {
  readonly id: string;
  readonly token: string;
  readonly command: JsonObject;
  readonly options: OptionValues;
  /** Null for a command that has none. */
  readonly subcommand: string | null;
  /** What the user may do, as a number in decimal digits; everything unless given. */
  readonly permissions?: string;
  readonly locale: string;
  readonly guildLocale: string;
  readonly direct: boolean;
  /** Option that is being typed; null where the command is run. */
  readonly focused: string | null;
  /** The message in whose menu the command was chosen; null for a slash command. */
  readonly target: JsonObject | null;
  /** True in a server to which the application was not added: the user brings it along. */
  readonly foreign: boolean;
}

/** interactions/receiving-and-responding.mdx, "Interaction Object". No intent is needed for it. */
export function interactionCreate(cast: Cast, interaction: CommandInteraction): GatewayEvent {
  const { command, options, subcommand, focused, target, ...rest } = interaction;
  const data = {
    ...interactionBase(cast, { ...rest, user: cast.user }),
    // receiving-and-responding.mdx, "Interaction Type": a command, or the autocompletion of one.
    type: focused === null ? 2 : 4,
    data: {
      id: command.id,
      name: command.name,
      ...(target === null
        ? { type: 1 }
        : // receiving-and-responding.mdx, "Application Command Data Structure": the message comes with its content.
          { type: 3, target_id: target.id, resolved: { messages: { [asText(target.id)]: target } } }),
      ...usedOptions({ command, subcommand, values: options, focused }),
    },
  };
  return { name: 'INTERACTION_CREATE', data, intents: 0 };
}

export interface ComponentInteraction {
  readonly id: string;
  readonly token: string;
  readonly user: JsonObject;
  /** As Discord shows it to the bot now. */
  readonly message: JsonObject;
  readonly customId: string;
  readonly locale: string;
  readonly guildLocale: string;
  readonly direct: boolean;
  /** As in `CommandInteraction`. */
  readonly foreign: boolean;
  readonly permissions?: string;
}

/** interactions/receiving-and-responding.mdx, "Message Component Data Structure": a button has no values. */
export function componentCreate(cast: Cast, interaction: ComponentInteraction): GatewayEvent {
  const { customId, message, user, ...rest } = interaction;
  const data = {
    ...interactionBase(cast, { ...rest, user }),
    type: 3,
    message,
    data: { custom_id: customId, component_type: 2 },
  };
  return { name: 'INTERACTION_CREATE', data, intents: 0 };
}

/** What every interaction carries. */
function interactionBase(
  cast: Cast,
  {
    id,
    token,
    user,
    locale,
    guildLocale,
    direct,
    foreign = false,
    permissions,
  }: Pick<ComponentInteraction, 'id' | 'token' | 'user' | 'locale' | 'guildLocale' | 'direct'> &
    Partial<Pick<CommandInteraction, 'foreign' | 'permissions'>>,
): JsonObject {
  const channel = foreign ? { ...channelOf(cast, false), id: cast.foreignChannel } : channelOf(cast, direct);
  const guild = foreign ? cast.foreignGuild : cast.guild;
  const place = direct
    ? { user, context: 1 }
    : {
        guild_id: guild,
        guild_locale: guildLocale,
        member: { ...memberOf(user), ...(permissions === undefined ? {} : { permissions }) },
        context: 0,
      };
  return {
    id,
    application_id: cast.application,
    token,
    version: 1,
    channel_id: channel.id,
    channel,
    locale,
    app_permissions: '2147483647',
    entitlements: [],
    // "Authorizing Integration Owners Object": who added the application, the server (0) or the user (1).
    authorizing_integration_owners: foreign ? { 1: asText(user.id) } : { 0: direct ? '0' : cast.guild },
    attachment_size_limit: 10_485_760,
    ...place,
  };
}

export interface UserMessage {
  readonly id: string;
  readonly content: string;
  readonly author: JsonObject;
  readonly mentionsBot: boolean;
  readonly direct: boolean;
  /** Id of the thread in which it is written; in the channel unless given. */
  readonly thread?: string;
  /** The message that it replies to, as Discord has it now; null where that was deleted. */
  readonly repliesTo?: JsonObject | null;
}

/** resources/message.mdx, "Message Object", as its author and everybody in the channel sees it. */
export function userMessage(cast: Cast, message: UserMessage): JsonObject {
  const { id, content, author, mentionsBot, direct, thread, repliesTo } = message;
  return {
    id,
    channel_id: thread ?? (direct ? cast.directChannel : cast.channel),
    author,
    content,
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentionsBot ? [{ ...cast.bot, member: memberOf(cast.bot) }] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    // "Message Types": a reply, or neither.
    type: repliesTo === undefined ? 0 : 19,
    // "Message Reference Structure": type 0 is a reply; the message it replies to comes with it, or null.
    ...(repliesTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            channel_id: repliesTo?.channel_id ?? cast.channel,
            message_id: repliesTo?.id ?? '1',
          },
          referenced_message: repliesTo,
        }),
  };
}

/**
 * events/gateway-events.mdx, "Message Create". Without MESSAGE_CONTENT the content is blank, but for direct messages
 * and messages that mention the bot (events/gateway.mdx:443-500; limits.md, "MESSAGE_CONTENT").
 * @param intents of the session that receives it
 */
export function messageCreate(cast: Cast, message: UserMessage, intents: number): GatewayEvent {
  const { content, author, mentionsBot, direct } = message;
  const readable = mentionsBot || direct || (intents & INTENT_MESSAGE_CONTENT) !== 0;
  const data = {
    ...userMessage(cast, message),
    channel_type: direct ? 1 : message.thread === undefined ? 0 : 11,
    content: readable ? content : '',
    ...(direct ? {} : { guild_id: cast.guild, member: memberOf(author) }),
  };
  return { name: 'MESSAGE_CREATE', data, intents: direct ? INTENT_DIRECT_MESSAGES : INTENT_GUILD_MESSAGES };
}

/** events/gateway-events.mdx, "Thread Create". */
export function threadCreate(thread: JsonObject): GatewayEvent {
  return { name: 'THREAD_CREATE', data: { ...thread, newly_created: true }, intents: INTENT_GUILDS };
}
