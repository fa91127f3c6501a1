import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withProgress, type CommandContext } from './command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from './common-options.js';
import { fitLines } from './fit-lines.js';
import { printJson, printLines } from './terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju eval
  $ npx yinju eval --questions my-questions.jsonl --json

Each line of the file holds a question with the documents and the words that
answer it, or with none where the documents do not answer. The set that comes
with Yinju is data/questions.jsonl.`;

interface EvalOptions extends CommonOptions {
  readonly questions?: string;
  readonly json?: boolean;
}

/** `yinju eval`: how well the answers fit a set of questions. */
export function addEvalCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('eval')
    .description('measure the answers to a set of questions: hits, false answers, false refusals')
    .option('--questions <file>', 'set of questions instead of data/questions.jsonl');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (options: EvalOptions) => {
      const { terminal, signal } = context;
      const application = await openApplication(context, options);
      const outcome = await withProgress(terminal, (reporter) =>
        application.evaluate(
          options.questions === undefined ? null : resolve(context.workingFolder, options.questions),
          reporter,
          signal,
        ),
      );
      if (options.json === true) printJson(terminal, outcome.value);
      else printLines(terminal, fitLines(outcome.lines.join('\n'), terminal.columns));
    });
}
