import { z } from 'zod';

/** Levels of the log of a running bot, most talkative first. */
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Built in; or a name on the hub, owner and model, which leads out of no folder; or a folder, marked as such. */
const MODEL_NAME = /^(?:zh-en|[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}|(?:\/|\.{1,2}[/\\]|[A-Za-z]:[/\\]).+)$/;

const MODEL_FORMS =
  'must be zh-en (built in), a name on the hub such as Xenova/multilingual-e5-small, or a folder such as ./my-model';

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
  INDEX_DIR: z.string().default('embeddings/index').describe('Folder of the index, which Yinju builds'),
  EMBEDDING_MODEL: z
    .string()
    .regex(MODEL_NAME, { error: MODEL_FORMS })
    .default('zh-en')
    .describe('Encoder: zh-en is built in, OWNER/NAME is downloaded once from the hub, ./FOLDER is used as it is'),
  HF_ENDPOINT: webAddress
    .default('https://huggingface.co')
    .describe('Hub from which an encoder that is not built in is downloaded'),
  MODEL_CACHE_DIR: z.string().default('embeddings/cache').describe('Folder that keeps downloaded encoders'),
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
