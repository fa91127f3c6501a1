import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withProgress, type CommandContext } from './command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from './common-options.js';
import { renderParagraph } from './render-quote.js';
import { printJson, printLines } from './terminal.js';
import { textWidth } from './text-width.js';

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
      else
        printLines(
          terminal,
          outcome.lines.flatMap((line) => fitted(line, terminal.columns)),
        );
    });
}

/** Under what is wrong with a question its text goes on. */
const CONTINUATION = 2;

/** A line as it is where it fits: the columns of a table are its spaces. A longer one is wrapped, indented from the second line on. */
function fitted(line: string, columns: number): readonly string[] {
  if (textWidth(line) <= columns) return [line];
  const [first = '', ...rest] = renderParagraph(line, columns - CONTINUATION, 0);
  return [first, ...rest.map((one) => ' '.repeat(CONTINUATION) + one)];
}
