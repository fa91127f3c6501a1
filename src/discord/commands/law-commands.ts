import { ApplicationCommandType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import type { CatalogueEntry, KnownLaw } from '../../answering/law/known-laws.js';
import type { ChineseName, Law, LawKind } from '../../laws/law.js';
import { answerLaw } from '../asking/answer-law.js';
import { interactionConversation } from '../asking/conversation.js';
import { COMMAND_NAME } from '../rendering/limits.js';
import { interactionWords } from '../asking/reader-words.js';
import type { Command } from './command.js';
import { ARTICLE_OPTION, QUESTION_OPTION } from './law-options.js';
import { EVERYWHERE } from './places.js';
import { described } from './described.js';

/** Which laws have a command of their own: every law and regulation that the documents name, or these, by id. */
export type LawCommandChoice = 'all' | readonly string[];

/** So many laws have a command of their own at most: the list of commands must stay one that can be read. */
export const MOST_LAW_COMMANDS = 40;

/** What counts as a law or a regulation: rules that bind, made by the legislature, the State Council or a department. */
const LAWS_AND_REGULATIONS: readonly LawKind[] = ['law', 'administrative regulation', 'departmental rule'];

const NOT_IN_NAMES = /[^-_\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]/gu;

/**
 * A slash command for each chosen law of the catalogue. With `all` those that the most passages name come first; of a
 * list its order counts, and ids that are none of the catalogue give no command. At most `MOST_LAW_COMMANDS`.
 */
export function lawCommands(laws: readonly KnownLaw[], choice: LawCommandChoice): readonly Command[] {
  return chosenLaws(
    laws.flatMap(({ entry }) => (entry === null ? [] : [entry])),
    choice,
  )
    .slice(0, MOST_LAW_COMMANDS)
    .map(commandOf);
}

function chosenLaws(entries: readonly CatalogueEntry[], choice: LawCommandChoice): readonly Law[] {
  if (choice !== 'all') return choice.flatMap((id) => entries.flatMap(({ law }) => (law.id === id ? [law] : [])));
  return entries
    .filter(({ law, mentions }) => mentions > 0 && LAWS_AND_REGULATIONS.includes(law.kind))
    .sort((left, right) => right.mentions - left.mentions)
    .map(({ law }) => law);
}

/** Shows the card of its law, an article of it, or the passages that match a question about it. */
function commandOf(law: Law): Command {
  return {
    data: dataOf(law),
    execute: async (interaction, services) =>
      answerLaw(
        {
          name: law.id,
          article: interaction.options.getString(ARTICLE_OPTION.name),
          question: interaction.options.getString(QUESTION_OPTION.name),
          asOf: null,
          conversation: interactionConversation(interaction),
          words: await interactionWords(interaction, services),
          source: 'law-command',
        },
        services,
      ),
  };
}

function dataOf(law: Law): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const name = shownName(law);
  const titles = { en: law.english.title, 'zh-Hans': law.shortTitle.zhHans, 'zh-Hant': law.shortTitle.zhHant };
  return {
    type: ApplicationCommandType.ChatInput,
    name: law.command,
    ...(name === null ? {} : { name_localizations: { 'zh-CN': name.zhHans, 'zh-TW': name.zhHant } }),
    ...described(({ language, discord }) => discord.oneLawDescription(titles[language])),
    options: [ARTICLE_OPTION, QUESTION_OPTION],
    ...EVERYWHERE,
  };
}

/**
 * The Chinese name of the command: the short title, else the first name that is short enough, without the marks that no
 * name of a command may have. Null where none is: Discord then shows the name in Latin letters.
 */
function shownName({ shortTitle, names }: Law): ChineseName | null {
  const others = names.zhHans.map((zhHans, at) => ({ zhHans, zhHant: names.zhHant[at] ?? zhHans }));
  const fitting = [shortTitle, ...others]
    .map(({ zhHans, zhHant }) => ({ zhHans: asCommandName(zhHans), zhHant: asCommandName(zhHant) }))
    .find(({ zhHans, zhHant }) => COMMAND_NAME.test(zhHans) && COMMAND_NAME.test(zhHant));
  return fitting ?? null;
}

function asCommandName(text: string): string {
  return text.toLowerCase().replace(NOT_IN_NAMES, '');
}
