import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AddedText, AddedTexts } from '../laws/library.js';
import type { LawTextProblem } from '../laws/law-text-problems.js';
import type { IndexReport } from './application.js';
import { withProgress, type CommandContext } from './command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from './common-options.js';
import { renderIndexReport } from './index-command.js';
import { printable } from './printable.js';
import { printJson, printLines } from './terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju add "网络安全法(2016-11-07).md"
  $ npx yinju add ~/lawrefbook --json

The text of a law has its title in the first line and articles that begin with
第N条 and a space. It is copied into data/library; what is no text of a law
stays where it is, and is named. The index is brought up to date afterwards.`;

/** Of each kind of oddity so many articles are named. */
const NAMED_ARTICLES = 5;
/** So many files are named one by one; with --json all are. */
const NAMED_FILES = 20;

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
      else printLines(terminal, renderAddedTexts(outcome.texts, outcome.index).map(printable));
    });
}

/** What was added, with what is odd about it, what was there already, and what was refused. */
export function renderAddedTexts({ added, present, refused }: AddedTexts, index: IndexReport): readonly string[] {
  return [
    ...shortened(added.map(addedLine)),
    ...shortened(
      added
        .filter(({ problems }) => problems.length > 0)
        .map(({ file, problems }) => `${file}: ${problemsLine(problems)}`),
    ),
    ...shortened(present.map(({ file, as }) => `Already there: ${file} (as ${as})`)),
    ...shortened(refused.map(({ file, reason }) => `Not added: ${file} ${reason}`)),
    `${counted(added.length, 'text')} added, ${present.length} already there, ${refused.length} not added.`,
    ...renderIndexReport(index),
  ];
}

function addedLine({ id, title, law, articles }: AddedText): string {
  const version = law?.version ?? 'day unknown';
  return `Added ${id}: ${title} (${version}, ${counted(articles, 'article')})`;
}

function problemsLine(problems: readonly LawTextProblem[]): string {
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const articles = problems.filter((one) => one.kind === kind).map(({ article }) => article);
      const rest = articles.length - NAMED_ARTICLES;
      return `articles ${kind}: ${articles.slice(0, NAMED_ARTICLES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    })
    .join('; ');
}

function shortened(lines: readonly string[]): readonly string[] {
  const rest = lines.length - NAMED_FILES;
  return rest > 0 ? [...lines.slice(0, NAMED_FILES), `… and ${rest} more (--json lists all)`] : lines;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
