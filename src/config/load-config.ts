import { resolve } from 'node:path';
import { ConfigError, type ConfigMistake } from './config-error.js';
import { editDistance } from './edit-distance.js';
import { nestedFolders, splitFolders } from './folders.js';
import { SETTING_NAMES, SETTINGS, type Settings } from './schema.js';

/** Strings by the name of their setting, as an environment or a `.env` file gives them. */
export type SettingStrings = Readonly<Record<string, string | undefined>>;

/** Where settings come from. A later one wins over an earlier: file, environment, command line. */
export interface ConfigSources {
  readonly file: SettingStrings;
  readonly environment: SettingStrings;
  readonly commandLine: SettingStrings;
}

/** The settings in the form in which the program uses them. Paths are absolute. */
export interface Config {
  readonly discordToken: string | null;
  readonly discordApiUrl: string;
  readonly dataFolders: readonly string[];
  /** What the user adds; read beside the data folders as soon as a text lies there. */
  readonly libraryFolder: string;
  readonly indexFolder: string;
  /** `zh-en`, a name on the hub, or the absolute path of a folder; null: what was chosen for the index, else `zh-en`. */
  readonly embeddingModel: string | null;
  readonly hubAddress: string;
  readonly modelCacheFolder: string;
  /** Laws that get a slash command of their own, as they were named; `all`: every one that the documents name. */
  readonly lawCommands: 'all' | readonly string[];
  /** Address of a PostgreSQL database, with its password; null where the file serves. */
  readonly databaseUrl: string | null;
  readonly databaseFile: string;
  readonly messageContent: boolean;
  readonly logQuestions: boolean;
  /** From 1. */
  readonly retentionDays: number;
  /** Where health, readiness and metrics are served; null where they are not. */
  readonly operations: { readonly host: string; readonly port: number } | null;
  /** How much may be asked: see `AdmissionSettings` of the bot. */
  readonly admission: { readonly userPerMinute: number; readonly serverPerMinute: number; readonly waiting: number };
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly defaultLanguage: Settings['DEFAULT_LANGUAGE'];
}

/** Any text is right for these: they are read even where another setting is wrong, so that all mistakes are seen. */
const FOLDERS = SETTINGS.pick({ DATA_DIR: true, LIBRARY_DIR: true });
/** An encoder given as a folder relative to the root. */
const MODEL_FOLDER = /^\.{1,2}[/\\]/;
/** Names this near to a setting are taken for a slip of the keyboard. */
const TYPO_DISTANCE = 2;

function withoutEmpty(strings: SettingStrings): Record<string, string> {
  const trimmed = Object.entries(strings).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

const firstWord = (name: string): string => name.split('_', 1)[0] ?? name;

/**
 * Names that were probably meant to be a setting. The file is Yinju's own; the environment belongs to all programs, so
 * only names that begin with the first word of the setting count there.
 */
function typos({ file, environment }: ConfigSources): readonly ConfigMistake[] {
  const meant = (name: string): string | undefined =>
    SETTING_NAMES.includes(name) ? undefined : SETTING_NAMES.find((setting) => isNear(name.toUpperCase(), setting));
  const mistakes = new Map<string, ConfigMistake>();
  for (const [source, strings] of [file, environment].entries()) {
    for (const setting of Object.keys(withoutEmpty(strings))) {
      const suggestion = meant(setting);
      if (suggestion === undefined) continue;
      if (source === 1 && firstWord(setting) !== firstWord(suggestion)) continue;
      mistakes.set(setting, { setting, reason: `is not a setting: ${suggestion} was probably meant` });
    }
  }
  return [...mistakes.values()];
}

/** Lengths first: an environment has many names, and nearly all are told apart by them. */
function isNear(name: string, setting: string): boolean {
  return Math.abs(name.length - setting.length) <= TYPO_DISTANCE && editDistance(name, setting) <= TYPO_DISTANCE;
}

/** A folder that is named from the root becomes absolute. */
function readModelName(value: string | undefined, root: string): string | null {
  if (value === undefined) return null;
  return MODEL_FOLDER.test(value) ? resolve(root, value) : value;
}

/** Names of laws with commas between them; empty ones are left out. What they mean shows `resolveLawCommands`. */
function readLawCommands(value: string): Config['lawCommands'] {
  if (value === 'all') return value;
  const names = value === 'none' ? [] : value.split(/[,，]/).map((name) => name.trim());
  return names.filter((name) => name !== '');
}

function readOperations({ OPERATIONS_HOST: host, OPERATIONS_PORT: port }: Settings): Config['operations'] {
  return port === undefined ? null : { host, port: Number(port) };
}

/**
 * Reads all settings. Pure: relative paths count from `root`, the folder of the package.
 * @throws ConfigError with every mistake at once: values out of their limits, misspelt names
 */
export function loadConfig(sources: ConfigSources, root: string): Config {
  const given = {
    ...withoutEmpty(sources.file),
    ...withoutEmpty(sources.environment),
    ...withoutEmpty(sources.commandLine),
  };
  const parsed = SETTINGS.safeParse(given);
  const invalid = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ setting: path.join('.'), reason: message }));
  const { DATA_DIR, LIBRARY_DIR } = FOLDERS.parse(given);
  const dataFolders = splitFolders(DATA_DIR, root);
  const libraryFolder = resolve(root, LIBRARY_DIR);
  const noFolder = dataFolders.length === 0 ? [{ setting: 'DATA_DIR', reason: 'names no folder' }] : [];
  const mistakes = [...invalid, ...noFolder, ...nestedFolders(dataFolders, libraryFolder), ...typos(sources)];
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);

  const settings = parsed.data;
  return {
    discordToken: settings.DISCORD_TOKEN ?? null,
    discordApiUrl: settings.DISCORD_API_URL.replace(/\/$/, ''),
    dataFolders,
    libraryFolder,
    indexFolder: resolve(root, settings.INDEX_DIR),
    embeddingModel: readModelName(settings.EMBEDDING_MODEL, root),
    hubAddress: settings.HF_ENDPOINT.replace(/\/$/, ''),
    modelCacheFolder: resolve(root, settings.MODEL_CACHE_DIR),
    lawCommands: readLawCommands(settings.LAW_COMMANDS),
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseFile: resolve(root, settings.DATABASE_FILE),
    messageContent: settings.MESSAGE_CONTENT === 'on',
    logQuestions: settings.LOG_QUESTIONS === 'on',
    retentionDays: Number(settings.RETENTION_DAYS),
    operations: readOperations(settings),
    admission: {
      userPerMinute: Number(settings.USER_QUESTIONS_PER_MINUTE),
      serverPerMinute: Number(settings.SERVER_QUESTIONS_PER_MINUTE),
      waiting: Number(settings.WAITING_QUESTIONS),
    },
    logLevel: settings.LOG_LEVEL,
    defaultLanguage: settings.DEFAULT_LANGUAGE,
  };
}
