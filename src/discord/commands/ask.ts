import { ApplicationCommandType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { answerRestricted } from '../asking/answer-restricted.js';
import { interactionConversation } from '../asking/conversation.js';
import { interactionWords } from '../asking/reader-words.js';
import { DOCUMENT_OPTION, KIND_OPTION, LAW_OPTION, PRIVATE_OPTION, QUESTION_OPTION } from './ask-options.js';
import type { Command } from './command.js';
import { described } from './described.js';
import { EVERYWHERE } from './places.js';

const DATA = {
  type: ApplicationCommandType.ChatInput,
  name: 'ask',
  name_localizations: { 'zh-CN': '提问', 'zh-TW': '提問' },
  ...described(({ discord }) => discord.askDescription),
  options: [QUESTION_OPTION, DOCUMENT_OPTION, KIND_OPTION, LAW_OPTION, PRIVATE_OPTION],
  ...EVERYWHERE,
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/ask question: document: kind: law: private:` answers in the language of the asker's client. */
export const ask: Command = {
  data: DATA,
  execute: async (interaction, services) =>
    answerRestricted(
      {
        text: interaction.options.getString(QUESTION_OPTION.name, true),
        document: interaction.options.getString(DOCUMENT_OPTION.name),
        kind: interaction.options.getString(KIND_OPTION.name),
        law: interaction.options.getString(LAW_OPTION.name),
        conversation: interactionConversation(interaction, {
          hidden: interaction.options.getBoolean(PRIVATE_OPTION.name) ?? false,
        }),
        words: await interactionWords(interaction, services),
        source: 'command',
      },
      services,
    ),
  suggest: async (interaction, services) => {
    const { lawChoices, documentChoices } = services;
    const { name, value } = interaction.options.getFocused(true);
    if (name === DOCUMENT_OPTION.name) return documentChoices.suggest(value);
    return lawChoices.suggest(value, await interactionWords(interaction, services));
  },
};
