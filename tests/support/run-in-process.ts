import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { createApplication } from '../../src/app.js';
import { describeError, exitCodeOf } from '../../src/cli/describe-error.js';
import { runProgram } from '../../src/cli/program.js';
import { createTerminal, say } from '../../src/cli/terminal/terminal.js';
import { loadConfig } from '../../src/config/load-config.js';
import type { YinjuRun } from './run-yinju.js';

const ROOT = join(import.meta.dirname, '..', '..');
/** As for `runYinju`. */
const SETTINGS = { LIBRARY_DIR: join(ROOT, 'no-library'), DATABASE_FILE: join(ROOT, 'no-database', 'yinju.sqlite') };

/**
 * Runs a command as `runYinju` does, with all real parts, but in this process: starting node and loading every module
 * anew takes most of the time of a run. What belongs to the process (signals, pipes, `.env`) is proven with `runYinju`.
 */
export async function runInProcess(
  userArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<YinjuRun> {
  const [output, errors] = [new Written(), new Written()];
  const terminal = createTerminal({ stdin: new PassThrough(), stdout: output.stream, stderr: errors.stream }, {});
  let code = 0;
  const end = (given: number): void => {
    code = Math.max(code, given);
  };
  try {
    await runProgram(
      userArguments,
      {
        terminal,
        commandLine: userArguments,
        isShard: false,
        workingFolder: ROOT,
        signal: new AbortController().signal,
        end,
        debug: () => undefined,
        open: (commandLine) => {
          const sources = { file: {}, environment: { ...SETTINGS, ...environment }, commandLine };
          return Promise.resolve(createApplication(loadConfig(sources, ROOT), ROOT));
        },
      },
      '0',
    );
  } catch (cause) {
    say(terminal, describeError(cause, terminal.errorStyle, false, terminal.errorColumns));
    end(exitCodeOf(cause));
  }
  return { code, stdout: output.text, stderr: errors.text };
}

/** Keeps what is written to a stream. */
class Written {
  readonly stream = new PassThrough();
  text = '';

  constructor() {
    this.stream.setEncoding('utf8').on('data', (piece: string) => {
      this.text += piece;
    });
  }
}
