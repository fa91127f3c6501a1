import type { Command } from 'commander';
import type { Removal } from '../../laws/library/remove-from-library.js';
import { UsageError } from '../../shared/errors.js';
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
  $ npx yinju remove 网络安全法-2016-11-07
  $ npx yinju remove 刑法-刑法 刑法-刑法修正案
  $ npx yinju remove --folder lawrefbook            how many texts those are
  $ npx yinju remove --folder lawrefbook --yes      takes them out
  $ npx yinju remove --all --yes

Ids are those that \`npx yinju add\` and \`npx yinju sources\` print; a folder is
one that was added, or one in it (lawrefbook/刑法). Only what was added can be
removed; the files that it was copied from are not touched.`;

interface RemoveOptions extends CommonOptions {
  readonly folder?: string;
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `yinju remove`: takes texts out of the library. */
export function addRemoveCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('remove')
    .description('take texts that were added out of the library again')
    .argument('[ids...]', 'ids of documents')
    .option('--folder <name>', 'every text of a folder of the library')
    .option('--all', 'every text of the library')
    .option('--yes', 'do it: without it a folder, or all, is only counted');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (ids: readonly string[], options: RemoveOptions) => {
      const { terminal, signal } = context;
      const removal = removalOf(ids, options);
      const application = await openApplication(context, options);
      const { files, index } = await withProgress(terminal, (reporter) =>
        application.removeTexts(removal, options.yes === true, reporter, signal),
      );
      if (options.json === true) printJson(terminal, { files, index });
      else
        printLines(
          terminal,
          renderRemovedTexts(files, index).flatMap((line) => fitLines(printable(line), terminal.columns)),
        );
    });
}

/** What was removed, and what became of the index. */
export function renderRemovedTexts(files: readonly string[], index: IndexReport): readonly string[] {
  return [
    ...shortenedList(files.map((file) => `Removed ${file} from the library.`)),
    ...(files.length === 1 ? [] : [`${files.length} texts removed.`]),
    ...renderIndexReport(index),
  ];
}

function removalOf(ids: readonly string[], { folder, all }: RemoveOptions): Removal {
  const removals: readonly Removal[] = [
    ...(ids.length === 0 ? [] : [{ kind: 'ids' as const, ids }]),
    ...(folder === undefined ? [] : [{ kind: 'folder' as const, folder }]),
    ...(all === true ? [{ kind: 'all' as const }] : []),
  ];
  const [only, ...others] = removals;
  if (only === undefined || others.length > 0)
    throw new UsageError(
      only === undefined ? 'Nothing is named that could be removed' : 'Ids, --folder and --all exclude each other',
      { remedy: 'Name ids of documents, or give --folder NAME, or --all.' },
    );
  return only;
}
