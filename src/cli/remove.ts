import type { Command } from 'commander';
import { withProgress, type CommandContext } from './command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from './common-options.js';
import { renderIndexReport } from './index-command.js';
import { printable } from './printable.js';
import { printJson, printLines } from './terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju remove 网络安全法-2016-11-07

Ids are those that \`npx yinju add\` and \`npx yinju sources\` print. Only what
was added can be removed; the file that it was copied from is not touched.`;

/** `yinju remove`: takes a text out of the library. */
export function addRemoveCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('remove')
    .description('take a text that was added out of the library again')
    .argument('<id>', 'id of the document');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, options: CommonOptions & { readonly json?: boolean }) => {
      const { terminal, signal } = context;
      const application = await openApplication(context, options);
      const outcome = await withProgress(terminal, (reporter) => application.removeText(id, reporter, signal));
      if (options.json === true) printJson(terminal, outcome);
      else printLines(terminal, [printable(`Removed ${outcome.file}.`), ...renderIndexReport(outcome.index)]);
    });
}
