#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { createApplication } from './app.js';
import type { CommandContext, ExitCode } from './cli/command-context.js';
import { describeError, exitCodeOf } from './cli/describe-error.js';
import { runProgram } from './cli/program.js';
import { createTerminal, say } from './cli/terminal/terminal.js';
import { ConfigError } from './config/config-error.js';
import { loadConfig, type SettingStrings } from './config/load-config.js';
import { fileErrorCode } from './shared/file-system.js';
import { limitHeapGrowth } from './shared/limit-heap-growth.js';

/** Folder of the package: this file is `dist/main.js` in it. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const terminal = createTerminal(process, process.env);
const interruption = new AbortController();
/** Set by discord.js in the processes that its ShardingManager starts. */
const isShard = process.env['SHARDING_MANAGER'] !== undefined;
let debug = false;

/** What libraries leave running after the end, such as a pause that Discord asked for, is cut off after this time. */
const LEFT_OVER_MILLISECONDS = 500;

function end(code: ExitCode): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

/** The settings of `.env`; none where there is no such file. */
function readSettingsFile(): SettingStrings {
  const path = join(root, '.env');
  try {
    return parse(readFileSync(path));
  } catch (cause) {
    if (fileErrorCode(cause) === 'ENOENT') return {};
    throw new ConfigError([{ setting: path, reason: `cannot be read (${fileErrorCode(cause) ?? 'unknown reason'})` }]);
  }
}

function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hasVersion = typeof description === 'object' && description !== null && 'version' in description;
  return hasVersion ? String(description.version) : 'unknown';
}

const context: CommandContext = {
  terminal,
  commandLine: process.argv.slice(2),
  isShard,
  workingFolder: process.cwd(),
  signal: interruption.signal,
  end,
  debug: () => {
    debug = true;
  },
  open: (commandLine) => {
    const sources = { file: readSettingsFile(), environment: process.env, commandLine };
    return Promise.resolve(createApplication(loadConfig(sources, root), root));
  },
};

// A reader that has seen enough (`head`) closes the pipe: nothing more to do, and nothing to complain about.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (cause) => process.exit(fileErrorCode(cause) === 'EPIPE' ? (process.exitCode ?? 0) : 1));

// The first signal lets a command finish cleanly, the second ends it.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(1);
    interruption.abort();
  });

// The manager of the shards ends one by closing the channel to it; it does so too when it is killed itself.
if (isShard) {
  process.on('disconnect', () => interruption.abort());
  // discord.js goes on telling the manager what becomes of the connection, whether there is one or not.
  process.on('error', () => undefined);
  if (!process.connected) interruption.abort();
}

limitHeapGrowth();
try {
  await runProgram(context.commandLine, context, readVersion());
} catch (cause) {
  say(
    terminal,
    interruption.signal.aborted
      ? 'Interrupted.'
      : describeError(cause, terminal.errorStyle, debug, terminal.errorColumns),
  );
  end(interruption.signal.aborted ? 1 : exitCodeOf(cause));
}

// An open channel would keep the process alive.
if (isShard && process.connected) process.disconnect();
if (interruption.signal.aborted) setTimeout(() => process.exit(), LEFT_OVER_MILLISECONDS).unref();
