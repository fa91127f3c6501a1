import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { MAXIMUM_QUESTION_LENGTH } from '../../retrieval/question.js';
import { wordsFor } from '../../wording/words-for.js';
import { answerQuestion } from '../answer-question.js';
import { interactionConversation } from '../conversation.js';
import { languageOfLocale } from '../locale.js';
import type { Command } from './command.js';

const english = wordsFor('en').discord;
const simplified = wordsFor('zh-Hans').discord;
const traditional = wordsFor('zh-Hant').discord;

const QUESTION = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  name_localizations: { 'zh-CN': '问题', 'zh-TW': '問題' },
  description: english.questionDescription,
  description_localizations: { 'zh-CN': simplified.questionDescription, 'zh-TW': traditional.questionDescription },
  required: true,
  min_length: 1,
  max_length: MAXIMUM_QUESTION_LENGTH,
} as const;

const DATA = {
  type: ApplicationCommandType.ChatInput,
  name: 'ask',
  name_localizations: { 'zh-CN': '提问', 'zh-TW': '提問' },
  description: english.askDescription,
  description_localizations: { 'zh-CN': simplified.askDescription, 'zh-TW': traditional.askDescription },
  options: [QUESTION],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/ask question:` answers in the language of the asker's client. */
export const ask: Command = {
  data: DATA,
  execute: (interaction, services) =>
    answerQuestion(
      {
        text: interaction.options.getString(QUESTION.name, true),
        conversation: interactionConversation(interaction),
        words: wordsFor(languageOfLocale(interaction.locale)),
        source: 'command',
      },
      services,
    ),
};
