import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context.js';
import { addAddCommand } from './commands/add.js';
import { addAskCommand } from './commands/ask.js';
import { addBackupCommand } from './commands/backup.js';
import { addCiteCommand } from './commands/cite.js';
import { addDeployCommand } from './commands/deploy.js';
import { addDoctorCommand } from './commands/doctor.js';
import { addEvalCommand } from './commands/eval.js';
import { addIndexCommand } from './commands/index-command.js';
import { addLawCommand } from './commands/law.js';
import { addModelCommand } from './commands/model.js';
import { addRemoveCommand } from './commands/remove.js';
import { addRestoreCommand } from './commands/restore.js';
import { addSourcesCommand } from './commands/sources.js';
import { addStartCommand } from './commands/start.js';
import { addVerifyCommand } from './commands/verify.js';
import { fitLines } from './terminal/fit-lines.js';

const INTRODUCTION =
  'Yinju (引据) answers questions over a set of documents with passages copied word for word, each with its citation. ' +
  'No language model writes anything.';

const MORE = `
Data goes to standard output, everything else to standard error.
Exit code 0: done, 1: failed, 2: used wrongly.
Settings are read from the environment and from .env (see .env.example).`;

/** The command line of Yinju. Errors of use are thrown, never written and exited on. */
function createProgram(context: CommandContext, version: string): Command {
  const { terminal } = context;
  const program = new Command('yinju')
    .description(INTRODUCTION)
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', MORE)
    .showHelpAfterError('(--help explains the command)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.errors.write(fitLines(text, terminal.errorColumns).join('\n')),
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    });
  addStartCommand(program, context);
  addAskCommand(program, context);
  addVerifyCommand(program, context);
  addLawCommand(program, context);
  addCiteCommand(program, context);
  addSourcesCommand(program, context);
  addAddCommand(program, context);
  addRemoveCommand(program, context);
  addIndexCommand(program, context);
  addEvalCommand(program, context);
  addDeployCommand(program, context);
  addModelCommand(program, context);
  addBackupCommand(program, context);
  addRestoreCommand(program, context);
  addDoctorCommand(program, context);
  return program;
}

/**
 * Runs the command that the arguments name. Where they name none or are wrong, the help or the mistake has been written
 * and the exit code kept when it resolves.
 * @param userArguments without the paths of node and of the script
 * @throws what the command throws
 */
export async function runProgram(
  userArguments: readonly string[],
  context: CommandContext,
  version: string,
): Promise<void> {
  try {
    await createProgram(context, version).parseAsync(userArguments, { from: 'user' });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    context.end(cause.exitCode === 0 ? 0 : 2);
  }
}
