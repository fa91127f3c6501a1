import { z } from 'zod';

/** Levels of the log of a running bot, most talkative first. */
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Built in; or a name on the hub, owner and model, which leads out of no folder; or a folder, marked as such. */
const MODEL_NAME = /^(?:zh-en|[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}|(?:\/|\.{1,2}[/\\]|[A-Za-z]:[/\\]).+)$/;

const MODEL_FORMS =
  'must be zh-en (built in), a name on the hub such as Xenova/multilingual-e5-small, or a folder such as ./my-model';

/** 1 to 65535. */
const PORT = /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;

const SWITCH_STATES = ['on', 'off'] as const;
const onOrOff = z.enum(SWITCH_STATES, { error: 'must be on or off' }).default('off');

const questions = (least: 0 | 1) =>
  z.string().regex(least === 0 ? /^(?:0|[1-9]\d{0,4})$/ : /^[1-9]\d{0,4}$/, {
    error: `must be a whole number of questions from ${least} to 99999`,
  });

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' });

/**
 * Every setting of Yinju: name, type, limits, default (undefined where the program goes without) and what it is for.
 * `.env.example` shows each with one comment. Values are strings without white space around them; an empty one counts
 * as not set.
 */
export const SETTINGS = z.object({
  DISCORD_TOKEN: z
    .string()
    .optional()
    .describe('Token of the Discord bot; without it `npm start` opens a chat in the terminal'),
  DISCORD_API_URL: webAddress
    .default('https://discord.com/api')
    .describe('Address of the Discord API, or of a server that speaks the same protocol'),
  DATA_DIR: z
    .string()
    .default('data/documents')
    .describe('Folders of documents, separated as in PATH (: or, on Windows, ;)'),
  LIBRARY_DIR: z
    .string()
    .default('data/library')
    .describe(
      'Folder of the texts that `yinju add` copies; read beside the folders of DATA_DIR as soon as one lies there',
    ),
  INDEX_DIR: z.string().default('embeddings/index').describe('Folder of the index, which Yinju builds'),
  EMBEDDING_MODEL: z
    .string()
    .regex(MODEL_NAME, { error: MODEL_FORMS })
    .optional()
    .describe(
      'Encoder: zh-en is built in, OWNER/NAME is downloaded once from the hub, ./FOLDER is used as it is; without it the one that `yinju model use` chose, else zh-en',
    ),
  HF_ENDPOINT: webAddress
    .default('https://huggingface.co')
    .describe('Hub from which an encoder that is not built in is downloaded'),
  MODEL_CACHE_DIR: z.string().default('embeddings/cache').describe('Folder that keeps downloaded encoders'),
  LAW_COMMANDS: z
    .string()
    .default('all')
    .describe('Laws with a slash command of their own: all that the documents name, none, or ids with commas between'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'must be an address that begins with postgres:// or postgresql://' })
    .optional()
    .describe('PostgreSQL database of a running bot, with user and password; without it DATABASE_FILE serves'),
  DATABASE_FILE: z
    .string()
    .default('data/yinju.sqlite')
    .describe('SQLite database of a running bot: settings of servers, feedback, counts'),
  MESSAGE_CONTENT: onOrOff.describe(
    'Whether a running bot asks Discord for the content of messages that do not mention it: on or off',
  ),
  LOG_QUESTIONS: onOrOff.describe('Whether the database keeps the text of questions: on or off'),
  RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'must be a whole number of days from 1 to 9999' })
    .default('90')
    .describe('Days after which feedback and logged questions are deleted'),
  OPERATIONS_PORT: z
    .string()
    .regex(PORT, { error: 'must be a port from 1 to 65535, or empty for none' })
    .optional()
    .describe('Port on which a running bot shows its health, readiness and metrics; without it none is opened'),
  OPERATIONS_HOST: z
    .string()
    .regex(/^[\w.:%-]{1,253}$/, { error: 'must be a name or an address of this machine, such as 127.0.0.1' })
    .default('127.0.0.1')
    .describe('Address on which that port is opened; only programs of this machine reach the default'),
  USER_QUESTIONS_PER_MINUTE: questions(0)
    .default('20')
    .describe('Questions that one user may ask in a minute, half of them at once; 0 means as many as they like'),
  SERVER_QUESTIONS_PER_MINUTE: questions(0)
    .default('120')
    .describe('Questions that the members of one server may ask in a minute; 0 means as many as they like'),
  WAITING_QUESTIONS: questions(1)
    .default('500')
    .describe('Questions that may wait for their turn; whoever comes when so many wait is told that the bot is busy'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe('How much a running bot writes to its log'),
  DEFAULT_LANGUAGE: z
    .enum(['en', 'zh-Hans', 'zh-Hant'], { error: 'must be en, zh-Hans or zh-Hant' })
    .default('en')
    .describe('Language of what Yinju says before it has read a question; answers follow the question'),
});

export type Settings = z.infer<typeof SETTINGS>;

/** Names of all settings, in the order of the schema. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS.shape);
