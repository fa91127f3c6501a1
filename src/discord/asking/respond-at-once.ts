import { renderNote } from '../rendering/render-note.js';
import type { BotServices } from '../bot-services.js';
import { discordReason } from './conversation.js';
import type { Request } from './respond.js';

/**
 * As `respond`, for what asks nothing of the engine's queue, such as `/help`: it is shown also where questions wait, and
 * counts for nobody's cooldown. Never rejects.
 */
export async function respondAtOnce(
  { conversation, source, words, compose }: Request,
  { logger, deadline }: Pick<BotServices, 'logger' | 'deadline'>,
): Promise<void> {
  try {
    await conversation.acknowledge();
    const message = await compose(deadline()).catch((cause: unknown) => {
      logger.error('discord-command-failed', { reason: discordReason(cause) });
      return renderNote([words.problem.failure]);
    });
    await conversation.show(message);
  } catch (cause) {
    logger.warn('discord-reply-failed', { source, reason: discordReason(cause) });
  }
}
