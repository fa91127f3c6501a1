import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { wordsFor } from '../../wording/words-for.js';
import { answerLaw } from '../answer-law.js';
import { discordReason, interactionConversation } from '../conversation.js';
import { languageOfLocale } from '../locale.js';
import { suggestLaws } from '../suggest-laws.js';
import type { Command } from './command.js';

const english = wordsFor('en').discord;
const simplified = wordsFor('zh-Hans').discord;
const traditional = wordsFor('zh-Hant').discord;

const NAME = {
  type: ApplicationCommandOptionType.String,
  name: 'name',
  name_localizations: { 'zh-CN': '名称', 'zh-TW': '名稱' },
  description: english.lawNameDescription,
  description_localizations: { 'zh-CN': simplified.lawNameDescription, 'zh-TW': traditional.lawNameDescription },
  required: true,
  min_length: 1,
  max_length: 100,
  autocomplete: true,
} as const;

const ARTICLE = {
  type: ApplicationCommandOptionType.String,
  name: 'article',
  name_localizations: { 'zh-CN': '条文', 'zh-TW': '條文' },
  description: english.articleDescription,
  description_localizations: { 'zh-CN': simplified.articleDescription, 'zh-TW': traditional.articleDescription },
  max_length: 60,
} as const;

const AS_OF = {
  type: ApplicationCommandOptionType.String,
  name: 'as-of',
  name_localizations: { 'zh-CN': '日期', 'zh-TW': '日期' },
  description: english.asOfDescription,
  description_localizations: { 'zh-CN': simplified.asOfDescription, 'zh-TW': traditional.asOfDescription },
  max_length: 20,
} as const;

const DATA = {
  type: ApplicationCommandType.ChatInput,
  name: 'law',
  name_localizations: { 'zh-CN': '法规', 'zh-TW': '法規' },
  description: english.lawDescription,
  description_localizations: { 'zh-CN': simplified.lawDescription, 'zh-TW': traditional.lawDescription },
  options: [NAME, ARTICLE, AS_OF],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/law name: article: as-of:` shows the card of a law; while its name is typed, names are offered. */
export const law: Command = {
  data: DATA,
  execute: (interaction, services) =>
    answerLaw(
      {
        name: interaction.options.getString(NAME.name, true),
        article: interaction.options.getString(ARTICLE.name),
        asOf: interaction.options.getString(AS_OF.name),
        conversation: interactionConversation(interaction),
        words: wordsFor(languageOfLocale(interaction.locale)),
        source: 'command',
      },
      services,
    ),
  complete: async (interaction, { engine, logger }) => {
    const words = wordsFor(languageOfLocale(interaction.locale));
    try {
      const laws = await engine.lawNames(['global']);
      await interaction.respond(suggestLaws(interaction.options.getFocused(), laws, words));
    } catch (cause) {
      // The asker types on and sees the next choices, or none; any text is taken.
      logger.warn('discord-choices-failed', { reason: discordReason(cause) });
    }
  },
};
