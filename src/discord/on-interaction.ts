import type { Interaction } from 'discord.js';
import type { BotServices } from './bot-services.js';
import { commandNamed } from './commands/all-commands.js';

/** Finds the command of an interaction and runs it. Interactions of other kinds are none of the bot's yet. */
export async function onInteraction(interaction: Interaction, services: BotServices): Promise<void> {
  if (!interaction.isChatInputCommand() && !interaction.isAutocomplete()) return;
  const command = commandNamed(interaction.commandName);
  if (command === null) services.logger.warn('discord-command-unknown', { command: interaction.commandName });
  else if (interaction.isAutocomplete()) await command.complete?.(interaction, services);
  else await command.execute(interaction, services);
}
