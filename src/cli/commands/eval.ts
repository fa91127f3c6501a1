import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { SPLITS, type Split } from '../../evaluation/question-split.js';
import { SEARCH_MODES, type SearchMode } from '../../retrieval/search-mode.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { fitLines } from '../terminal/fit-lines.js';
import { printJson, printLines } from '../terminal/terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju eval
  $ npx yinju eval --split tune --mode words
  $ npx yinju eval --markdown
  $ npx yinju eval --questions my-questions.jsonl --json

Each line of the file holds a question with the documents and the words that
answer it, or with none where the documents do not answer. The set that comes
with Yinju is data/questions.jsonl. Constants were fitted on its split "tune";
"test" is half of the questions of its sixth and eighth round. With words or
vectors alone nothing is refused.`;

interface EvalOptions extends CommonOptions {
  readonly questions?: string;
  readonly split: Split;
  readonly mode: SearchMode;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

/** `yinju eval`: how well the answers fit a set of questions. */
export function addEvalCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('eval')
    .description('measure the answers to a set of questions: hits, false answers, false refusals')
    .option('--questions <file>', 'set of questions instead of data/questions.jsonl')
    .addOption(new Option('--split <split>', 'which part of the questions').choices(SPLITS).default('all'))
    .addOption(new Option('--mode <mode>', 'what to search by').choices(SEARCH_MODES).default('both'))
    .addOption(new Option('--markdown', 'print the tables as Markdown').conflicts('json'));
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (options: EvalOptions) => {
      const { terminal, signal } = context;
      const application = await openApplication(context, options);
      const outcome = await withProgress(terminal, (reporter) =>
        application.evaluate(
          {
            questionFile: options.questions === undefined ? null : resolve(context.workingFolder, options.questions),
            split: options.split,
            mode: options.mode,
          },
          reporter,
          signal,
        ),
      );
      if (options.json === true) printJson(terminal, outcome.value);
      else if (options.markdown === true) printLines(terminal, outcome.markdown.trimEnd().split('\n'));
      else printLines(terminal, fitLines(outcome.lines.join('\n'), terminal.columns));
    });
}
