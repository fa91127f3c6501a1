import { Events, type Client, type Interaction, type Message } from 'discord.js';
import { noteFailure } from '../asking/note-failure.js';
import type { BotServices } from '../bot-services.js';
import type { CommandSet } from '../commands/command-set.js';
import { onInteraction } from './on-interaction.js';
import { onMessage } from './on-message.js';
import type { WorkInFlight } from './work-in-flight.js';

/**
 * Takes what users do until the returned function is called. What fails is logged, and ends nothing else.
 * @param work remembers what has been begun, so that a stop can wait for it
 */
export function listen(client: Client, commands: CommandSet, services: BotServices, work: WorkInFlight): () => void {
  const guarded = (task: Promise<void>): void => {
    const watched = task.catch((cause: unknown) => {
      noteFailure(cause, { level: 'error', event: 'discord-event-failed' }, services);
    });
    work.add(watched);
  };
  const onInteracted = (interaction: Interaction): void => guarded(onInteraction(interaction, commands, services));
  const onWritten = (message: Message): void => guarded(onMessage(message, services));
  client.on(Events.InteractionCreate, onInteracted);
  client.on(Events.MessageCreate, onWritten);
  return () => {
    client.off(Events.InteractionCreate, onInteracted);
    client.off(Events.MessageCreate, onWritten);
  };
}
