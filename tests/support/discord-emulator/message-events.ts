import { memberOf, type Cast } from './cast.js';
import type { GatewayEvent } from './gateway-session.js';
import { INTENT_DIRECT_MESSAGES, INTENT_GUILD_MESSAGES, INTENT_MESSAGE_CONTENT } from './intents.js';
import type { JsonObject } from './json.js';
import { messageJson, type BoardEvent, type BotMessage } from './message-board.js';

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

/** events/gateway-events.mdx, "Message Delete". */
export function messageDelete(cast: Cast, id: string, channel: string): GatewayEvent {
  return {
    name: 'MESSAGE_DELETE',
    data: { id, channel_id: channel, ...guildIn(cast, channel) },
    intents: intentFor(cast, channel),
  };
}

/**
 * What the gateway tells the bot of its own messages: with their content, whatever its intents (events/gateway.mdx, "Message
 * Content Intent").
 */
export function ownMessage(name: BoardEvent, message: BotMessage, cast: Cast): GatewayEvent {
  const { id, channel } = message;
  if (name === 'MESSAGE_DELETE') return messageDelete(cast, id, channel);
  const data = { ...messageJson(message, cast), ...guildIn(cast, channel) };
  return { name, data, intents: intentFor(cast, channel) };
}

const guildIn = (cast: Cast, channel: string): JsonObject =>
  channel === cast.directChannel ? {} : { guild_id: cast.guild };

const intentFor = (cast: Cast, channel: string): number =>
  channel === cast.directChannel ? INTENT_DIRECT_MESSAGES : INTENT_GUILD_MESSAGES;
