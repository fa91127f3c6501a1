import { ApplicationCommandOptionType } from 'discord.js';
import { MAXIMUM_QUESTION_LENGTH } from '../../retrieval/question.js';
import { described } from './described.js';

/** The option `article` of every command about a law. */
export const ARTICLE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'article',
  name_localizations: { 'zh-CN': '条文', 'zh-TW': '條文' },
  ...described(({ discord }) => discord.articleDescription),
  max_length: 60,
} as const;

/** The option `question` of every command about a law. */
export const QUESTION_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  name_localizations: { 'zh-CN': '问题', 'zh-TW': '問題' },
  ...described(({ discord }) => discord.lawQuestionDescription),
  max_length: MAXIMUM_QUESTION_LENGTH,
} as const;
