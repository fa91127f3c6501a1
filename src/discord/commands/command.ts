import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { BotServices } from '../bot-services.js';

/** A slash command: what Discord is told of it, and what it does. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Answers one use of it. Never rejects for a reason that Discord or the engine gives. */
  execute(interaction: ChatInputCommandInteraction, services: BotServices): Promise<void>;
  /** Choices while an option is typed, at most 25; only for commands with an option that says so. It may reject. */
  suggest?(
    interaction: AutocompleteInteraction,
    services: BotServices,
  ): Promise<readonly ApplicationCommandOptionChoiceData[]>;
}

/** A command in the menu of a message. */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** Answers one use of it. Never rejects for a reason that Discord or the engine gives. */
  execute(interaction: MessageContextMenuCommandInteraction, services: BotServices): Promise<void>;
}
