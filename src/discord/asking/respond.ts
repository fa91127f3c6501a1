import type { Words } from '../../wording/words.js';
import type { BotServices } from '../bot-services.js';
import { discordReason, type Conversation } from './conversation.js';
import { inTurn } from './in-turn.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderNote } from '../rendering/render-note.js';

/** Something asked of the bot, and how to answer it. */
export interface Request {
  readonly conversation: Conversation;
  readonly words: Words;
  /** Where it came from, for the log. */
  readonly source: 'command' | 'message';
  /** Makes the answer. It may reject: then the asker is told that something failed, or took too long. */
  readonly compose: (signal: AbortSignal) => Promise<OutgoingMessage>;
}

/**
 * Answers one request: acknowledged at once, then one message with the answer, or with what is wrong in a sentence.
 * Never rejects: a conversation that Discord no longer accepts (deleted, expired, forbidden) is logged and given up.
 */
export async function respond(request: Request, services: BotServices): Promise<void> {
  const { logger, clock, vitals } = services;
  const { conversation, source, words, compose } = request;
  const start = clock.monotonic();
  try {
    await conversation.acknowledge();
    const excuse = (line: string): OutgoingMessage => renderNote([line]);
    await conversation.show(await inTurn({ asker: conversation.asker, words, work: compose, excuse }, services));
    const milliseconds = Math.round(clock.monotonic() - start);
    vitals.answered(milliseconds);
    logger.info('discord-question-answered', { source, milliseconds });
  } catch (cause) {
    logger.warn('discord-reply-failed', { source, reason: discordReason(cause) });
  }
}
