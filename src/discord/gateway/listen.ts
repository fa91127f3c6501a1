import { Events, type Client } from 'discord.js';
import { discordReason } from '../asking/conversation.js';
import type { BotServices } from '../bot-services.js';
import type { Command } from '../commands/command.js';
import { onInteraction } from './on-interaction.js';
import { onMessage } from './on-message.js';
import type { WorkInFlight } from './work-in-flight.js';

/**
 * Takes what users do until the returned function is called. What fails is logged, and ends nothing else.
 * @param work remembers what has been begun, so that a stop can wait for it
 */
export function listen(
  client: Client,
  commands: readonly Command[],
  services: BotServices,
  work: WorkInFlight,
): () => void {
  const guarded = (task: Promise<void>): void => {
    work.add(
      task.catch((cause: unknown) => services.logger.error('discord-event-failed', { reason: discordReason(cause) })),
    );
  };
  client.on(Events.InteractionCreate, (interaction) => guarded(onInteraction(interaction, commands, services)));
  client.on(Events.MessageCreate, (message) => guarded(onMessage(message, services)));
  return () => {
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
  };
}
