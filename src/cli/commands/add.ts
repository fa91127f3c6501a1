import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AddedText, AddedTexts } from '../../laws/library/library.js';
import type { LawTextProblem } from '../../laws/texts/law-text-problems.js';
import type { IndexReport } from '../application.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { shortenedList } from '../rendering/shortened-list.js';
import { fitLines } from '../terminal/fit-lines.js';
import { printable } from '../terminal/printable.js';
import { printJson, printLines } from '../terminal/terminal.js';
import { renderIndexReport } from './index-command.js';

const EXAMPLES = `
Examples:
  $ npx yinju add "网络安全法(2016-11-07).md"
  $ npx yinju add ~/lawrefbook --json

The text of a law has its title in the first line and articles that begin with
第N条 and a space. It is copied into the library (data/library, or LIBRARY_DIR);
what is no text of a law stays where it is, and is named. The index is brought
up to date afterwards: Ctrl-C then loses nothing, the next command goes on.
Texts that lie in a folder of DATA_DIR are read where they lie, without this.`;

/** Of each kind of oddity so many articles are named. */
const NAMED_ARTICLES = 5;

/** What is odd about an article. */
const ODDITIES: Readonly<Record<LawTextProblem['kind'], string>> = {
  doubled: 'more than once',
  disordered: 'out of order',
  missing: 'missing',
};

/** `yinju add`: copies texts of laws into the library. */
export function addAddCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('add')
    .description('add the text of a law, or a folder of them, to the library')
    .argument('<path>', 'a .txt or .md file, or a folder');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options: CommonOptions & { readonly json?: boolean }) => {
      const { terminal, signal, workingFolder } = context;
      const application = await openApplication(context, options);
      const outcome = await withProgress(terminal, (reporter) =>
        application.addTexts(resolve(workingFolder, path), reporter, signal),
      );
      if (options.json === true) printJson(terminal, outcome);
      else
        printLines(
          terminal,
          renderAddedTexts(outcome.texts, outcome.index).flatMap((line) => fitLines(printable(line), terminal.columns)),
        );
    });
}

/** What was added, with what is odd about it, what was there already, and what was refused. */
export function renderAddedTexts({ added, present, refused }: AddedTexts, index: IndexReport): readonly string[] {
  return [
    ...shortenedList(added.map(addedLine)),
    ...shortenedList(
      added
        .filter(({ problems }) => problems.length > 0)
        .map(({ file, problems }) => `Kept as it stands, but look at it: ${file} (${problemsLine(problems)})`),
    ),
    ...shortenedList(present.map(({ file, as }) => `Already there: ${file} (as ${as})`)),
    ...shortenedList(refused.map(({ file, reason }) => `Not added: ${file} ${reason}`)),
    `${counted(added.length, 'text')} added, ${present.length} already there, ${refused.length} not added.`,
    ...renderIndexReport(index),
  ];
}

function addedLine({ id, title, law, articles }: AddedText): string {
  const form = law === null ? 'no articles' : `${law.version ?? 'day unknown'}, ${counted(articles, 'article')}`;
  return `Added ${id}: ${title} (${form})`;
}

function problemsLine(problems: readonly LawTextProblem[]): string {
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const articles = problems.filter((one) => one.kind === kind).map(({ article }) => article);
      const rest = articles.length - NAMED_ARTICLES;
      return `${ODDITIES[kind]}: ${articles.slice(0, NAMED_ARTICLES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    })
    .join('; ');
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
