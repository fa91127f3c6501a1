import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { answerLaw } from '../asking/answer-law.js';
import { interactionConversation } from '../asking/conversation.js';
import { interactionWords } from '../asking/reader-words.js';
import type { Command } from './command.js';
import { ARTICLE_OPTION, QUESTION_OPTION } from './law-options.js';
import { EVERYWHERE } from './places.js';
import { described } from './described.js';

const NAME_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'name',
  name_localizations: { 'zh-CN': '名称', 'zh-TW': '名稱' },
  ...described(({ discord }) => discord.lawNameDescription),
  required: true,
  min_length: 1,
  max_length: 100,
  autocomplete: true,
} as const;

const AS_OF_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'as-of',
  name_localizations: { 'zh-CN': '日期', 'zh-TW': '日期' },
  ...described(({ discord }) => discord.asOfDescription),
  max_length: 20,
} as const;

const DATA = {
  type: ApplicationCommandType.ChatInput,
  name: 'law',
  name_localizations: { 'zh-CN': '法规', 'zh-TW': '法規' },
  ...described(({ discord }) => discord.lawDescription),
  options: [NAME_OPTION, ARTICLE_OPTION, QUESTION_OPTION, AS_OF_OPTION],
  ...EVERYWHERE,
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/law name: article: question: as-of:` shows the card of a law; while its name is typed, names are offered. */
export const law: Command = {
  data: DATA,
  execute: async (interaction, services) =>
    answerLaw(
      {
        name: interaction.options.getString(NAME_OPTION.name, true),
        article: interaction.options.getString(ARTICLE_OPTION.name),
        question: interaction.options.getString(QUESTION_OPTION.name),
        asOf: interaction.options.getString(AS_OF_OPTION.name),
        conversation: interactionConversation(interaction),
        words: await interactionWords(interaction, services),
        source: 'command',
      },
      services,
    ),
  suggest: async (interaction, services) =>
    services.lawChoices.suggest(interaction.options.getFocused(), await interactionWords(interaction, services)),
};
