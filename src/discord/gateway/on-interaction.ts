import type { ChatInputCommandInteraction, Interaction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { BotServices } from '../bot-services.js';
import type { CommandSet } from '../commands/command-set.js';
import { MESSAGE_COMMANDS } from '../commands/message-commands.js';
import { interactionConversation } from '../asking/conversation.js';
import { interactionWords } from '../asking/reader-words.js';
import { onAutocomplete } from './on-autocomplete.js';
import { onButton } from './on-button.js';
import { renderNote } from '../rendering/render-note.js';
import { respond } from '../asking/respond.js';

/** Finds the command or the button of an interaction and runs it. Interactions of other kinds are none of the bot's yet. */
export async function onInteraction(
  interaction: Interaction,
  commands: CommandSet,
  services: BotServices,
): Promise<void> {
  if (interaction.isButton()) {
    await onButton(interaction, services);
    return;
  }
  if (interaction.isMessageContextMenuCommand()) {
    const chosen = MESSAGE_COMMANDS.find(({ data }) => data.name === interaction.commandName);
    await (chosen === undefined ? sayGone(interaction, services) : chosen.execute(interaction, services));
    return;
  }
  if (!interaction.isChatInputCommand() && !interaction.isAutocomplete()) return;
  const command = commands.find(interaction.commandName);
  if (interaction.isAutocomplete()) await onAutocomplete(interaction, command, services);
  else if (command === undefined) await sayGone(interaction, services);
  else await command.execute(interaction, services);
}

/** A client may offer a command of older settings until it is told of the new ones. */
async function sayGone(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  services: BotServices,
): Promise<void> {
  services.logger.warn('discord-command-unknown', { command: interaction.commandName });
  const words = await interactionWords(interaction, services);
  const compose = () => Promise.resolve(renderNote([words.discord.commandGone]));
  await respond({ conversation: interactionConversation(interaction), words, source: 'command', compose }, services);
}
