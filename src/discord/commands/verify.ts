import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { MAXIMUM_VERIFIED_LENGTH } from '../../answering/verification/quotation-too-long-error.js';
import { interactionConversation } from '../asking/conversation.js';
import { interactionWords } from '../asking/reader-words.js';
import { verifyText } from '../asking/verify-text.js';
import { PRIVATE_OPTION } from './ask-options.js';
import type { Command } from './command.js';
import { described } from './described.js';
import { EVERYWHERE } from './places.js';

const TEXT_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'text',
  name_localizations: { 'zh-CN': '文字', 'zh-TW': '文字' },
  ...described(({ discord }) => discord.asking.verifyTextDescription),
  required: true,
  min_length: 1,
  max_length: MAXIMUM_VERIFIED_LENGTH,
} as const;

const DATA = {
  type: ApplicationCommandType.ChatInput,
  name: 'verify',
  name_localizations: { 'zh-CN': '核对', 'zh-TW': '查核' },
  ...described(({ discord }) => discord.asking.verifyDescription),
  options: [TEXT_OPTION, PRIVATE_OPTION],
  ...EVERYWHERE,
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/verify text: private:` says whether a text stands in the documents word for word. */
export const verify: Command = {
  data: DATA,
  execute: async (interaction, services) =>
    verifyText(
      {
        text: interaction.options.getString(TEXT_OPTION.name, true),
        conversation: interactionConversation(interaction, {
          hidden: interaction.options.getBoolean(PRIVATE_OPTION.name) ?? false,
        }),
        words: await interactionWords(interaction, services),
        source: 'command',
      },
      services,
    ),
};
