/** The import law of DESIGN.md. A folder of `src` may import itself, the folders named here, and `shared`. */
export const LAW: Readonly<Record<string, readonly string[]>> = {
  main: ['app', 'cli', 'config'],
  // What runs in the thread of the engine, as main.ts in that of the process.
  'engine-worker': ['open-engine', 'worker', 'config'],
  app: ['bot-application', 'open-engine', 'config', 'cli', 'evaluation', 'embedding', 'vector', 'worker'],
  // The half of app.ts that is about the bot in Discord.
  'bot-application': ['open-engine', 'config', 'cli', 'discord', 'answering', 'store', 'operations'],
  // What the process and the thread of the engine have in common.
  'open-engine': ['config', 'cli', 'answering', 'retrieval', 'indexing', 'laws', 'embedding', 'vector', 'worker'],
  cli: ['wording', 'answering', 'retrieval', 'laws', 'documents', 'indexing', 'evaluation', 'store', 'operations'],
  discord: ['wording', 'answering', 'retrieval', 'laws', 'documents', 'store'],
  wording: ['answering', 'laws', 'documents'],
  worker: ['answering', 'indexing'],
  operations: ['discord', 'answering', 'store'],
  evaluation: ['answering', 'retrieval', 'documents'],
  answering: ['retrieval', 'embedding', 'laws', 'documents'],
  indexing: ['retrieval', 'documents', 'laws', 'lexical', 'embedding', 'vector'],
  retrieval: ['lexical', 'embedding', 'vector', 'laws', 'documents'],
  laws: ['documents'],
  lexical: ['documents'],
  embedding: [],
  vector: [],
  store: [],
  documents: [],
  config: [],
  shared: [],
};

/**
 * The same within a folder: its folders, and of each those that it may import beside itself. `.` stands for the files beside
 * them, which may import every one.
 */
export const WITHIN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  answering: {
    evidence: ['facts', 'refusal', 'verification'],
    facts: [],
    law: ['.'],
    refusal: ['.'],
    verification: ['.'],
  },
  cli: {
    chat: ['input', 'rendering', 'terminal'],
    commands: ['.', 'chat', 'input', 'rendering', 'terminal'],
    indexing: ['.'],
    input: ['.', 'terminal'],
    rendering: ['.', 'terminal'],
    terminal: [],
  },
  discord: {
    asking: ['.', 'buttons', 'rendering'],
    buttons: ['.', 'asking', 'rendering'],
    cards: ['.', 'asking', 'buttons', 'rendering'],
    choices: ['rendering'],
    commands: ['.', 'asking', 'buttons', 'gateway', 'rendering', 'settings'],
    gateway: ['.', 'asking', 'buttons', 'cards', 'commands', 'rendering'],
    rendering: ['.', 'buttons'],
    settings: ['choices', 'commands', 'rendering'],
    sharding: ['asking', 'gateway'],
  },
  indexing: {
    build: ['.', 'files', 'lock', 'sources'],
    files: ['.'],
    lock: ['.'],
    serving: ['files'],
    sources: [],
  },
  laws: {
    catalogue: ['.', 'names'],
    citations: ['.', 'catalogue', 'names'],
    library: ['catalogue', 'names', 'texts'],
    names: ['.'],
    texts: ['.', 'catalogue', 'citations'],
  },
  store: {
    backup: ['.', 'contract', 'sql', 'tables'],
    contract: [],
    postgres: ['.', 'tables'],
    sql: ['.', 'contract', 'tables'],
    sqlite: ['.', 'tables'],
    tables: ['.', 'contract'],
  },
  wording: {
    en: ['.'],
    views: ['.'],
    'zh-hans': ['.'],
    'zh-hant': ['.'],
  },
};

/** Where a library may be imported: a file, or a folder ending in `/`. */
export const LIBRARIES: Readonly<Record<string, RegExp>> = {
  '@xenova/transformers': /^embedding\/transformers-models\.ts$/,
  'hnswlib-node': /^vector\/hnsw-[a-z-]+\.ts$/,
  'discord.js': /^discord\//,
  'cli-progress': /^cli\/terminal\/progress-bar\.ts$/,
  'prom-client': /^operations\/prometheus-metrics\.ts$/,
  'pinyin-pro': /^discord\/choices\/pinyin-initials\.ts$/,
  'opencc-js/t2cn': /^shared\/simplified\.ts$/,
  'opencc-js/cn2t': /^shared\/traditional\.ts$/,
  kysely: /^store\/(backup\/|postgres\/|sqlite\/|tables\/|database\.ts$)/,
  libsql: /^store\/sqlite\/[a-z-]+\.ts$/,
  pg: /^store\/postgres\/[a-z-]+\.ts$/,
  commander: /^cli\/(commands\/|input\/|program\.ts$)/,
  dotenv: /^main\.ts$/,
  picocolors: /^cli\/terminal\/terminal-style\.ts$/,
  pino: /^shared\/pino-logger\.ts$/,
  yaml: /^documents\/[a-z-]+\.ts$/,
  // A schema library is the one that many folders need: it stays in files that say so.
  zod: /(^|\/|-)schema\.ts$/,
};

/** Folders that others may only take types from: adapters are named in app.ts, bot-application.ts and open-engine.ts alone. */
export const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
  ['retrieval', 'embedding'],
  ['answering', 'embedding'],
  ['retrieval', 'vector'],
  ['indexing', 'retrieval'],
  ['discord', 'store'],
  ['cli', 'store'],
  ['cli', 'operations'],
  // The engine itself is on the other side of a channel.
  ['worker', 'answering'],
  ['worker', 'indexing'],
];
