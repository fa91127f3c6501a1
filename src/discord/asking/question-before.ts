import type { Message } from 'discord.js';
import type { Logger } from '../../shared/logger.js';
import { discordReason } from './discord-reason.js';
import { readShownLaw, type ShownLaw } from '../buttons/shown-law.js';
import { readShownQuestion, type ShownQuestion } from '../rendering/shown-question.js';

/** How many messages back an answer of the bot is looked for in a thread or a direct conversation. */
const LOOK_BACK = 20;

/** What a message of the bot answers: a question; or what law was asked for, with the place that it shows. */
export type QuestionBefore = ShownQuestion & Partial<Pick<ShownLaw, 'place'>>;

/**
 * The question that a message goes on from: that of the answer, or the law of the card, that it replies to, else in direct
 * messages and in threads of the bot that of the last answer before it, at the beginning of a thread that of the answer
 * under which the thread was opened. It is read from the bot's own messages, so nothing is remembered, and nothing is lost
 * by a restart. Null where there is none, and where Discord does not give the message (deleted, no right to read the
 * history): the message is then a question of its own.
 */
export async function questionBefore(message: Message, logger: Logger): Promise<QuestionBefore | null> {
  try {
    if (message.reference?.messageId !== undefined) return shownIn(await message.fetchReference());
    const { channel } = message;
    if (!channel.isDMBased() && !channel.isThread()) return null;
    if (channel.isThread() && channel.ownerId !== message.client.user.id) return null;
    const earlier = await channel.messages.fetch({ before: message.id, limit: LOOK_BACK, cache: false });
    // The newest come first.
    const shown = earlier.map(shownIn).find((one) => one !== null) ?? null;
    if (shown !== null || !channel.isThread()) return shown;
    const starter = await channel.fetchStarterMessage({ cache: false });
    return starter === null ? null : shownIn(starter);
  } catch (cause) {
    logger.info('discord-question-before-unknown', { reason: discordReason(cause) });
    return null;
  }
}

/**
 * The question of an answer of the bot, or the law of a card as a question; null for any other message: what anybody else
 * writes is no answer, however it looks.
 */
export function shownIn(message: Message): QuestionBefore | null {
  if (message.author.id !== message.client.user.id) return null;
  const components = message.components.map((component) => component.toJSON());
  return readShownQuestion(components) ?? readShownLaw(components);
}
