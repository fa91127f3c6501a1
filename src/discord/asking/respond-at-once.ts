import { renderNote } from '../rendering/render-note.js';
import type { BotServices } from '../bot-services.js';
import { noteFailure } from './note-failure.js';
import type { Request } from './respond.js';

/**
 * As `respond`, for what asks nothing of the engine's queue, such as `/help`: it is shown also where questions wait, and
 * counts for nobody's cooldown. Never rejects.
 */
export async function respondAtOnce(
  { conversation, source, words, compose }: Request,
  services: Pick<BotServices, 'vitals' | 'logger' | 'deadline'>,
): Promise<void> {
  try {
    await conversation.acknowledge();
    const message = await compose(services.deadline()).catch((cause: unknown) => {
      noteFailure(cause, { level: 'error', event: 'discord-command-failed' }, services);
      return renderNote([words.problem.failure]);
    });
    await conversation.show(message);
  } catch (cause) {
    noteFailure(cause, { level: 'warn', event: 'discord-reply-failed', facts: { source } }, services);
  }
}
