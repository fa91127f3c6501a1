import type { Command } from 'commander';
import type { IndexReport } from '../application.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { printJson, printLines } from '../terminal/terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju index
  $ npx yinju index --data data/documents --data ~/mine --index ~/my-index

Passages that did not change are not encoded again. Until the new index is
complete the old one serves.`;

/** `yinju index`: builds the index or brings it up to date. */
export function addIndexCommand(program: Command, context: CommandContext): void {
  const command = program.command('index').description('build the index of the documents, or bring it up to date');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (options: CommonOptions & { readonly json?: boolean }) => {
      const application = await openApplication(context, options);
      const report = await withProgress(context.terminal, (reporter) =>
        application.refreshIndex(reporter, context.signal),
      );
      if (options.json === true) printJson(context.terminal, report);
      else printLines(context.terminal, renderIndexReport(report));
    });
}

/** Of many documents so many are named. */
const NAMED_DOCUMENTS = 5;

function named(ids: readonly string[]): string {
  const rest = ids.length - NAMED_DOCUMENTS;
  return `${ids.slice(0, NAMED_DOCUMENTS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What came of it, in at most three lines. */
export function renderIndexReport(report: IndexReport): readonly string[] {
  const size = `${report.documents} documents, ${report.passages} passages`;
  const seconds = (report.milliseconds / 1000).toFixed(1);
  if (!report.changed) return [`The index is up to date: ${size} (generation ${report.generation}).`];
  return [
    `Index built in ${seconds} s: ${size} (generation ${report.generation}).`,
    `Passages encoded: ${report.encoded}, reused: ${report.reused}.`,
    ...(report.removed.length === 0 ? [] : [`Documents removed: ${named(report.removed)}.`]),
  ];
}
