import { parseQuestion } from '../retrieval/parse-question.js';
import { viewAnswer } from '../wording/answer-view.js';
import { wordQuestionProblem } from '../wording/question-problem.js';
import type { Words } from '../wording/words.js';
import type { BotServices } from './bot-services.js';
import { discordReason, type Conversation } from './conversation.js';
import type { OutgoingMessage } from './message.js';
import { renderAnswer } from './render-answer.js';
import { renderNote } from './render-note.js';

/** A question as it came in. */
export interface Asked {
  readonly text: string;
  readonly conversation: Conversation;
  readonly words: Words;
  /** Where it came from, for the log. */
  readonly source: 'command' | 'message';
}

async function replyTo({ text, words }: Asked, { engine, logger, deadline }: BotServices): Promise<OutgoingMessage> {
  const parsed = parseQuestion(text, { scopes: ['global'] });
  if (!parsed.ok) return renderNote([wordQuestionProblem(parsed.problem, words)]);
  const signal = deadline();
  try {
    return renderAnswer(viewAnswer(await engine.answer(parsed.question, signal), words), words);
  } catch (cause) {
    logger.error('discord-question-failed', { reason: discordReason(cause), late: signal.aborted });
    return renderNote([signal.aborted ? words.problem.tooSlow : words.problem.failure]);
  }
}

/**
 * Answers one question: acknowledged at once, then one message with the answer, or with what is wrong in a sentence.
 * Never rejects: a conversation that Discord no longer accepts (deleted, expired, forbidden) is logged and given up.
 */
export async function answerQuestion(asked: Asked, services: BotServices): Promise<void> {
  const { logger, clock } = services;
  const start = clock.monotonic();
  try {
    await asked.conversation.acknowledge();
    await asked.conversation.show(await replyTo(asked, services));
    const milliseconds = Math.round(clock.monotonic() - start);
    logger.info('discord-question-answered', { source: asked.source, milliseconds });
  } catch (cause) {
    logger.warn('discord-reply-failed', { source: asked.source, reason: discordReason(cause) });
  }
}
