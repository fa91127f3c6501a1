import { delimiter, resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../../shared/errors.js';
import type { Application } from '../application.js';
import type { CommandContext, SettingOverrides } from '../command-context.js';

/** Options that every command takes. */
export interface CommonOptions {
  readonly data?: readonly string[];
  readonly library?: string;
  readonly index?: string;
  readonly model?: string;
  readonly debug?: boolean;
}

/** An encoder given as a relative folder. */
const MODEL_FOLDER = /^\.{1,2}[/\\]/;

const gather = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Adds the options that every command takes, and `--json` where the command prints data. */
export function addCommonOptions(command: Command, printsData: boolean): Command {
  if (printsData) command.option('--json', 'print JSON instead of text');
  return command
    .option('--data <dir>', 'folder of documents instead of DATA_DIR; may be given again', gather)
    .option('--library <dir>', 'folder of added texts instead of LIBRARY_DIR')
    .option('--index <dir>', 'folder of the index instead of INDEX_DIR')
    .option('--model <name>', 'encoder instead of EMBEDDING_MODEL: zh-en, OWNER/NAME on the hub, ./FOLDER')
    .option('--debug', 'show where an error comes from');
}

/**
 * The options as settings. Paths of the command line count from the folder where the command was given.
 * @throws UsageError where a folder cannot be told apart from two
 */
export function overridesOf(options: CommonOptions, workingFolder: string): SettingOverrides {
  const folders = (options.data ?? []).map((folder) => resolve(workingFolder, folder));
  const ambiguous = folders.find((folder) => folder.includes(delimiter));
  if (ambiguous !== undefined)
    throw new UsageError(`The folder ${ambiguous} has a “${delimiter}” in its name, which separates folders`, {
      remedy: 'Rename the folder, or give a link to it.',
    });
  return {
    ...(folders.length === 0 ? {} : { DATA_DIR: folders.join(delimiter) }),
    ...(options.library === undefined ? {} : { LIBRARY_DIR: resolve(workingFolder, options.library) }),
    ...(options.index === undefined ? {} : { INDEX_DIR: resolve(workingFolder, options.index) }),
    ...(options.model === undefined
      ? {}
      : { EMBEDDING_MODEL: MODEL_FOLDER.test(options.model) ? resolve(workingFolder, options.model) : options.model }),
  };
}

/** Makes the application with the settings that the options change. @throws ConfigError, UsageError */
export async function openApplication(context: CommandContext, options: CommonOptions): Promise<Application> {
  if (options.debug === true) context.debug();
  return context.open(overridesOf(options, context.workingFolder));
}
