import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { confirm } from '../input/confirm.js';
import { fitLines } from '../terminal/fit-lines.js';
import { printable } from '../terminal/printable.js';
import { printLines, say } from '../terminal/terminal.js';
import { BackupFileError } from './backup-file-error.js';
import { writePrivateFile } from './write-private-file.js';

const EXAMPLES = `
Examples:
  $ npx yinju backup yinju-2026-11-22.backup

The bot may go on running meanwhile. The file holds the settings of servers,
feedback, counts, logged questions, and the secret that stands behind the
hashes of users: only you can read it, and it belongs where secrets belong.
The documents and the index are not in it.`;

interface BackupOptions extends CommonOptions {
  readonly yes?: boolean;
}

/** `yinju backup`: writes everything in the database of the bot into one file. */
export function addBackupCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('backup')
    .description('write everything in the database of the bot into a file')
    .argument('<file>', 'file to write')
    .option('--yes', 'replace a file that is there');
  addCommonOptions(command, false)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: BackupOptions) => {
      const { terminal, signal, workingFolder } = context;
      const application = await openApplication(context, options);
      const path = resolve(workingFolder, file);
      if (options.yes !== true && (await isThere(path)) && !(await confirm(`${path} would be replaced.`, context))) {
        say(terminal, 'Nothing was written.');
        context.end(1);
        return;
      }
      const bytes = await application.backUpStore(signal);
      await writePrivateFile(path, bytes).catch((cause: unknown) => {
        throw new BackupFileError(path, 'written', cause);
      });
      printLines(terminal, fitLines(printable(`Backup written: ${path} (${bytes.length} bytes).`), terminal.columns));
    });
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
