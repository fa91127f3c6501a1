import { ApplicationCommandOptionType, ChannelType, type APIApplicationCommandChannelOption } from 'discord.js';
import type { ChannelMode, GuildLanguage } from '../../store/contract/guild-settings.js';
import type { Words } from '../../wording/words.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';
import { choiceOf, described } from './described.js';

/** How many passages may be set: what the store takes. */
export const SETTABLE_PASSAGES = { fewest: 1, most: 10 } as const;

export const MODES: readonly ChannelMode[] = ['all', 'mention', 'off'];
export const LANGUAGES: readonly GuildLanguage[] = ['auto', 'zh-Hans', 'zh-Hant', 'en'];

/** Kinds of channels that have settings: those in which members write, or in which their threads stand. */
const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
] as const;

const settingWords = (words: Words) => words.discord.settings;

export const CHANNEL_OPTION = {
  type: ApplicationCommandOptionType.Channel as const,
  name: 'channel',
  name_localizations: { 'zh-CN': '频道', 'zh-TW': '頻道' },
  ...described((words) => settingWords(words).options.channel),
  channel_types: [...CHANNEL_TYPES],
} satisfies APIApplicationCommandChannelOption;

export const ANSWERS_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'answers',
  name_localizations: { 'zh-CN': '回答', 'zh-TW': '回答' },
  ...described((words) => settingWords(words).options.answers),
  choices: MODES.map((mode) => choiceOf(mode, (words) => settingWords(words).modes[mode])),
} as const;

export const CARDS_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'cards',
  name_localizations: { 'zh-CN': '条文卡片', 'zh-TW': '條文卡片' },
  ...described((words) => settingWords(words).options.cards),
} as const;

export const LANGUAGE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'language',
  name_localizations: { 'zh-CN': '语言', 'zh-TW': '語言' },
  ...described((words) => settingWords(words).options.language),
  choices: LANGUAGES.map((language) => choiceOf(language, (words) => settingWords(words).languages[language])),
  required: true,
} as const;

export const ADD_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'add',
  name_localizations: { 'zh-CN': '加入', 'zh-TW': '加入' },
  ...described((words) => settingWords(words).options.add),
  max_length: DISCORD_LIMITS.choiceText,
  autocomplete: true,
} as const;

export const REMOVE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'remove',
  name_localizations: { 'zh-CN': '移除', 'zh-TW': '移除' },
  ...described((words) => settingWords(words).options.remove),
  max_length: DISCORD_LIMITS.choiceText,
  autocomplete: true,
} as const;

export const ALL_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'all',
  name_localizations: { 'zh-CN': '全部', 'zh-TW': '全部' },
  ...described((words) => settingWords(words).options.all),
} as const;

export const NUMBER_OPTION = {
  type: ApplicationCommandOptionType.Integer,
  name: 'number',
  name_localizations: { 'zh-CN': '数量', 'zh-TW': '數量' },
  ...described((words) => settingWords(words).options.number),
  min_value: SETTABLE_PASSAGES.fewest,
  max_value: SETTABLE_PASSAGES.most,
} as const;
