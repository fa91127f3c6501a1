import type { Way } from '../bot-observer.js';
import type { IncomingMessage } from './addressed-text.js';

/**
 * How a message that speaks to the bot came to do so. A reply that also mentions the bot, as replies do unless their
 * author says otherwise, is a reply.
 */
export function wayOfMessage(message: Omit<IncomingMessage, 'content'>, botId: string): Way {
  const { direct, mentions, repliesTo, threadOwner } = message;
  if (direct) return 'direct-message';
  if (repliesTo === botId) return 'reply';
  if (mentions.includes(botId)) return 'mention';
  return threadOwner === botId ? 'thread' : 'channel';
}
