import { ApplicationCommandOptionType } from 'discord.js';
import { DOCUMENT_KINDS } from '../../documents/document-kind.js';
import { MAXIMUM_QUESTION_LENGTH } from '../../retrieval/question.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';
import { choiceOf, described } from './described.js';

export const QUESTION_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  name_localizations: { 'zh-CN': '问题', 'zh-TW': '問題' },
  ...described(({ discord }) => discord.questionDescription),
  required: true,
  min_length: 1,
  max_length: MAXIMUM_QUESTION_LENGTH,
} as const;

export const DOCUMENT_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'document',
  name_localizations: { 'zh-CN': '文档', 'zh-TW': '文件' },
  ...described(({ discord }) => discord.asking.documentDescription),
  max_length: DISCORD_LIMITS.choiceText,
  autocomplete: true,
} as const;

/** All kinds of documents: fewer than Discord takes as choices, so none has to be typed. */
export const KIND_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'kind',
  name_localizations: { 'zh-CN': '类型', 'zh-TW': '類型' },
  ...described(({ discord }) => discord.asking.kindDescription),
  choices: DOCUMENT_KINDS.map((kind) => choiceOf(kind, ({ kinds }) => kinds[kind])),
} as const;

export const LAW_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'law',
  name_localizations: { 'zh-CN': '法规', 'zh-TW': '法規' },
  ...described(({ discord }) => discord.asking.lawDescription),
  max_length: DISCORD_LIMITS.choiceText,
  autocomplete: true,
} as const;

export const PRIVATE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  name_localizations: { 'zh-CN': '私密', 'zh-TW': '私人' },
  ...described(({ discord }) => discord.asking.privateDescription),
} as const;
