import type { Words } from '../wording/words.js';
import type { BotServices } from './bot-services.js';
import { discordReason, type Conversation } from './conversation.js';
import type { OutgoingMessage } from './message.js';
import { renderNote } from './render-note.js';

/** Something asked of the bot, and how to answer it. */
export interface Request {
  readonly conversation: Conversation;
  readonly words: Words;
  /** Where it came from, for the log. */
  readonly source: 'command' | 'message';
  /** Makes the answer. It may reject: then the asker is told that something failed, or took too long. */
  readonly compose: (signal: AbortSignal) => Promise<OutgoingMessage>;
}

async function replyTo(
  { compose, words }: Request,
  { logger, deadline }: Pick<BotServices, 'logger' | 'deadline'>,
): Promise<OutgoingMessage> {
  const signal = deadline();
  try {
    return await compose(signal);
  } catch (cause) {
    logger.error('discord-question-failed', { reason: discordReason(cause), late: signal.aborted });
    return renderNote([signal.aborted ? words.problem.tooSlow : words.problem.failure]);
  }
}

/**
 * Answers one request: acknowledged at once, then one message with the answer, or with what is wrong in a sentence.
 * Never rejects: a conversation that Discord no longer accepts (deleted, expired, forbidden) is logged and given up.
 */
export async function respond(request: Request, services: BotServices): Promise<void> {
  const { logger, clock } = services;
  const { conversation, source } = request;
  const start = clock.monotonic();
  try {
    await conversation.acknowledge();
    await conversation.show(await replyTo(request, services));
    logger.info('discord-question-answered', { source, milliseconds: Math.round(clock.monotonic() - start) });
  } catch (cause) {
    logger.warn('discord-reply-failed', { source, reason: discordReason(cause) });
  }
}
