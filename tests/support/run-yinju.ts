import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'main.js');

/** What somebody has added to this checkout is no part of a test, nor is the database of a bot that runs from it. */
const NO_LIBRARY = join(ROOT, 'no-library');
const NO_DATABASE = join(ROOT, 'no-database', 'yinju.sqlite');

/** What a run of the program left behind. */
export interface YinjuRun {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Written to standard input, which is then closed. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingFolder?: string;
  /** Path of the `main.js` to run, the one of this project where it is left out. */
  readonly program?: string;
  /** Called with everything that has been written so far, whenever more came: may interfere. */
  readonly onOutput?: (written: Pick<YinjuRun, 'stdout' | 'stderr'>, run: RunningYinju) => void;
}

/** What a test may do to the program while it runs. */
export interface RunningYinju {
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Reads no more of its standard output, as `head` does. */
  readonly closeOutput: () => void;
}

/**
 * Runs the built program as a user does, as a process of its own that inherits no setting of this one. Give it an index
 * folder of its own with `--index`.
 */
export function runYinju(userArguments: readonly string[], options: RunOptions = {}): Promise<YinjuRun> {
  const { input = '', environment = {}, workingFolder = ROOT, program = MAIN, onOutput } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...userArguments], {
      cwd: workingFolder,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        LIBRARY_DIR: NO_LIBRARY,
        DATABASE_FILE: NO_DATABASE,
        ...environment,
      },
    });
    const running = {
      kill: (signal: NodeJS.Signals) => void child.kill(signal),
      closeOutput: () => child.stdout.destroy(),
    };
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput?.({ stdout, stderr }, running);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      onOutput?.({ stdout, stderr }, running);
    });
    // A program that ends before it has read its input breaks the pipe.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
    child.stdin.end(input);
  });
}

/** The lines of an output, each parsed as JSON. */
export function jsonLines(output: string): readonly unknown[] {
  return output
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
