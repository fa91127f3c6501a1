import type { Answer } from '../../answering/answer.js';
import type { BotServices } from '../bot-services.js';
import { discordReason, type Conversation } from './conversation.js';

/**
 * Tells the store of a question that has its answer; of a follow-up, as it was understood. Nobody waits for it, and a
 * store that fails costs nobody an answer: the log says so. An end of the store waits until everything is recorded.
 */
export function recordQuestion(
  { question, understood, status, strength }: Answer,
  { asker, guild, channel }: Pick<Conversation, 'asker' | 'guild' | 'channel'>,
  { store, logger }: Pick<BotServices, 'store' | 'logger'>,
): void {
  const text = understood?.question ?? question;
  store.questions
    .record({ guild, channel, user: asker.user, text, status, strength })
    .catch((cause: unknown) => logger.warn('question-not-recorded', { reason: discordReason(cause) }));
}
