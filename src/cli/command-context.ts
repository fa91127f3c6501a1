import type { Application, WorkReporter } from './application.js';
import { say, type Terminal } from './terminal/terminal.js';

/** 0: done. 1: failed. 2: used wrongly. */
export type ExitCode = 0 | 1 | 2;

/** Strings by the name of a setting, as options of the command line give them. */
export type SettingOverrides = Readonly<Record<string, string>>;

/** What a command gets from the process. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** What was typed after the name of the program. */
  readonly commandLine: readonly string[];
  /** True in a process that runs one of several shards of the bot. */
  readonly isShard: boolean;
  /** Folder from which relative paths of the command line count. */
  readonly workingFolder: string;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  /** Reads the settings and makes the application. @throws ConfigError */
  readonly open: (overrides: SettingOverrides) => Promise<Application>;
  /** Keeps the exit code of the process; the highest of several wins. */
  readonly end: (code: ExitCode) => void;
  /** Called where the user wants to see where an error comes from. */
  readonly debug: () => void;
}

/**
 * Runs a work that may take long, with a progress bar on a terminal. The bar is loaded only when there is something to
 * show, and gone before anything else is written.
 */
export async function withProgress<Result>(
  terminal: Terminal,
  work: (reporter: WorkReporter) => Promise<Result>,
): Promise<Result> {
  const { createProgress } = await import('./terminal/progress-bar.js');
  const bar = createProgress(terminal);
  try {
    return await work({
      notice: (message) => {
        bar.stop();
        say(terminal, message);
      },
      progress: (stage, done, total) => bar.update(stage, done, total),
    });
  } finally {
    bar.stop();
  }
}
