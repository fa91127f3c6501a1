import type { ChannelMode } from '../../store/contract/guild-settings.js';
import { MAXIMUM_QUESTION_LENGTH } from '../../retrieval/question.js';
import { looksLikeQuestion } from './looks-like-question.js';
import { questionInText } from './question-in-text.js';

/** What the bot must know of a message to tell whether it is spoken to. */
export interface IncomingMessage {
  /** Looked at only where the message may speak to the bot. Blank where Discord withholds it. */
  readonly content: string;
  /** True for bots, webhooks and Discord itself: they are never answered, or two bots would talk for ever. */
  readonly automatic: boolean;
  /** True in a direct message, where no mention is needed. */
  readonly direct: boolean;
  /** Ids of the users that the message mentions by itself: @everyone and roles do not count. */
  readonly mentions: readonly string[];
  /** Id of the author of the message that this one replies to; null where it replies to none. */
  readonly repliesTo: string | null;
  /** Id of who opened the thread in which it stands; null outside of threads. */
  readonly threadOwner: string | null;
  /** How the bot behaves in its channel. Counts on servers only. */
  readonly mode: ChannelMode;
}

/**
 * Whether a message speaks to the bot, its content unseen: `bot` for a direct message, a mention, a reply to the bot and a
 * message in a thread that the bot opened; `all` for one that replies to nobody else in a channel where the bot answers
 * every question; null for any other.
 */
export function speaksTo(message: Omit<IncomingMessage, 'content'>, botId: string): 'bot' | 'all' | null {
  const { automatic, direct, mentions, repliesTo, threadOwner, mode } = message;
  if (automatic) return null;
  if (direct) return 'bot';
  if (mode === 'off') return null;
  if (mentions.includes(botId) || repliesTo === botId) return 'bot';
  if (repliesTo !== null) return null;
  if (threadOwner === botId) return 'bot';
  // Who turns to somebody by name does not ask the bot.
  return mode === 'all' && mentions.length === 0 ? 'all' : null;
}

/**
 * What a message says to the bot, without the mention of it and white space around; empty where it says nothing more.
 * Null where the message does not speak to the bot, and then its content is never touched; null as well where a message
 * that neither mentions the bot nor is direct has no text, because Discord may have withheld it, and where a message that
 * speaks to all is no question.
 */
export function addressedText(message: IncomingMessage, botId: string): string | null {
  const spokenTo = speaksTo(message, botId);
  if (spokenTo === null) return null;
  const text = message.content.replaceAll(`<@${botId}>`, ' ').replaceAll(`<@!${botId}>`, ' ').trim();
  if (spokenTo === 'all') return looksLikeQuestion(text) ? questionIn(text) : null;
  return text === '' && !message.direct && !message.mentions.includes(botId) ? null : text;
}

/** Who did not speak to the bot is not told that the message is too long: the sentence that asks is taken. */
function questionIn(text: string): string {
  return text.length <= MAXIMUM_QUESTION_LENGTH ? text : questionInText(text);
}
