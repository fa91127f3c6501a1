import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { confirm } from '../input/confirm.js';
import { fitLines } from '../terminal/fit-lines.js';
import { printLines, say } from '../terminal/terminal.js';
import { BackupFileError } from './backup-file-error.js';

const EXAMPLES = `
Examples:
  $ npx yinju restore yinju-2026-11-22.backup
  $ DATABASE_URL=postgres://... npx yinju restore --yes yinju-2026-11-22.backup

A backup goes into SQLite and PostgreSQL alike. All of it is put back, or
nothing is changed; the bot may go on running meanwhile.`;

interface RestoreOptions extends CommonOptions {
  readonly yes?: boolean;
}

/** `yinju restore`: puts a backup in the place of everything in the database of the bot. */
export function addRestoreCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('restore')
    .description('put a backup in the place of everything in the database of the bot')
    .argument('<file>', 'file that `npx yinju backup` has written')
    .option('--yes', 'replace what is in the database');
  addCommonOptions(command, false)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: RestoreOptions) => {
      const { terminal, signal, workingFolder } = context;
      const application = await openApplication(context, options);
      const path = resolve(workingFolder, file);
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new BackupFileError(path, 'read', cause);
      });
      const sure =
        options.yes === true ||
        !(await application.storeExists()) ||
        (await confirm('Everything in the database of the bot would be replaced by the backup.', context));
      if (!sure) {
        say(terminal, 'Nothing was changed.');
        context.end(1);
        return;
      }
      const { createdAt, rows } = await application.restoreStore(bytes, signal);
      printLines(terminal, fitLines(`Restored ${rows} entries of the backup made at ${createdAt}.`, terminal.columns));
    });
}
