import { ApplicationCommandType, type ChatInputCommandInteraction } from 'discord.js';
import type { OperationWords } from '../../wording/operation-words.js';
import type { Words } from '../../wording/words.js';
import type { BotServices } from '../bot-services.js';
import { interactionConversation } from '../asking/conversation.js';
import { interactionWords } from '../asking/reader-words.js';
import type { Request } from '../asking/respond.js';
import type { OutgoingMessage } from '../rendering/message.js';
import type { Command } from './command.js';
import { described } from './described.js';

/** A command without options that only the one who uses it sees the answer to. */
export interface OperationCommand {
  /** What Discord is told beside its description: name and places. */
  readonly data: Pick<
    Command['data'],
    'name' | 'name_localizations' | 'contexts' | 'integration_types' | 'default_member_permissions'
  >;
  readonly describedBy: (words: OperationWords) => string;
  /** `respond` where the engine is asked, so that it waits for its turn; `respondAtOnce` where it is not. */
  readonly respond: (request: Request, services: BotServices) => Promise<void>;
  readonly compose: (use: CommandUse) => Promise<OutgoingMessage>;
}

/** One use of such a command. */
export interface CommandUse {
  readonly interaction: ChatInputCommandInteraction;
  readonly services: BotServices;
  readonly words: Words;
  readonly signal: AbortSignal;
}

/** A server fills with what concerns nobody else: all these answers are for the eyes of whoever asked. */
export function operationCommand({ data, describedBy, respond, compose }: OperationCommand): Command {
  return {
    data: {
      type: ApplicationCommandType.ChatInput,
      ...data,
      ...described(({ discord }) => describedBy(discord.operation)),
    },
    execute: async (interaction, services) => {
      const words = await interactionWords(interaction, services);
      await respond(
        {
          conversation: interactionConversation(interaction, { hidden: true }),
          words,
          source: 'command',
          compose: (signal) => compose({ interaction, services, words, signal }),
        },
        services,
      );
    },
  };
}
