import type { Words } from '../../wording/words.js';
import type { Way } from '../bot-observer.js';
import type { BotServices } from '../bot-services.js';
import type { Conversation } from './conversation.js';
import { inTurn } from './in-turn.js';
import { noteFailure } from './note-failure.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderNote } from '../rendering/render-note.js';

/** Something asked of the bot, and how to answer it. */
export interface Request {
  readonly conversation: Conversation;
  readonly words: Words;
  /** How it came, for the log and for whoever operates the bot. */
  readonly source: Way;
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
    const { outcome, value } = await inTurn({ asker: conversation.asker, words, work: compose, excuse }, services);
    await conversation.show(value);
    const milliseconds = Math.round(clock.monotonic() - start);
    vitals.settled({ way: source, outcome, milliseconds });
    logger.info('discord-question-answered', { source, milliseconds });
  } catch (cause) {
    vitals.settled({ way: source, outcome: 'undelivered', milliseconds: Math.round(clock.monotonic() - start) });
    noteFailure(cause, { level: 'warn', event: 'discord-reply-failed', facts: { source } }, services);
  }
}
