import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');

/** The import law of DESIGN.md. A folder may import itself, the folders named here, and `shared`. */
const LAW: Readonly<Record<string, readonly string[]>> = {
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
  embedding: ['documents'],
  vector: ['documents'],
  store: [],
  documents: [],
  config: [],
  shared: [],
};

/**
 * The same within a folder: its folders, and of each those that it may import beside itself. `.` stands for the files beside
 * them, which may import every one.
 */
const WITHIN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
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
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  '@xenova/transformers': /^embedding\/transformers-[a-z-]+\.ts$/,
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
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
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

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map((match) => ({ file, target: match[3] ?? match[4] ?? '', typeOnly: match[2] !== undefined }));
});

const folderOf = (path: string): string =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, '');
/** The folder within that of `folderOf`; `.` for a file beside such folders. */
const innerFolderOf = (path: string): string => path.split('/').slice(1, -1)[0] ?? '.';
const resolved = ({ file, target }: Import): string =>
  posix.normalize(posix.join(posix.dirname(file), target)).replace(/\.js$/, '.ts');

describe('the import law', () => {
  it('names every folder of src', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in LAW))).toEqual([]);
  });

  it('is kept by every import between folders', () => {
    const broken = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ from: folderOf(one.file), to: folderOf(resolved(one)), file: one.file }))
      .filter(({ from, to }) => from !== to && to !== 'shared' && !(LAW[from] ?? []).includes(to))
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(broken).toEqual([]);
  });

  it('is kept within the folders that are divided', () => {
    const broken = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ file: one.file, to: resolved(one) }))
      .filter(({ file, to }) => folderOf(file) === folderOf(to) && folderOf(file) in WITHIN)
      .map(({ file, to }) => ({ file, from: innerFolderOf(file), to: innerFolderOf(to) }))
      .filter(({ file, from, to }) => {
        const allowed = from === '.' ? [to] : WITHIN[folderOf(file)]?.[from];
        return from !== to && !(allowed ?? []).includes(to);
      })
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(broken).toEqual([]);
  });

  it('names every folder of a folder that is divided', () => {
    const unnamed = files.filter((file) => {
      const inner = innerFolderOf(file);
      return folderOf(file) in WITHIN && inner !== '.' && !(inner in (WITHIN[folderOf(file)] ?? {}));
    });
    expect(unnamed).toEqual([]);
  });

  it('lets only types of a port cross where adapters live beside it', () => {
    const broken = imports
      .filter((one) => one.target.startsWith('.') && !one.typeOnly)
      .filter((one) => TYPES_ONLY.some(([from, to]) => folderOf(one.file) === from && folderOf(resolved(one)) === to))
      .map((one) => `${one.file} imports ${one.target}`);
    expect(broken).toEqual([]);
  });

  it('keeps each library in its place', () => {
    const broken = imports
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .filter(({ file, target }) => !(LIBRARIES[target]?.test(file) ?? false))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(broken).toEqual([]);
  });

  it('has no circle of files', () => {
    const edges = new Map<string, string[]>();
    for (const one of imports.filter(({ target }) => target.startsWith('.')))
      edges.set(one.file, [...(edges.get(one.file) ?? []), resolved(one)]);
    const done = new Set<string>();
    const circle = (file: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const next of edges.get(file) ?? []) {
        const found = circle(next, [...path, file]);
        if (found !== null) return found;
      }
      done.add(file);
      return null;
    };
    expect(files.map((file) => circle(file, [])).filter((found) => found !== null)).toEqual([]);
  });

  it('reads the environment in main.ts only', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(readers.filter((file) => file !== 'main.ts')).toEqual([]);
  });

  it('reaches neither discord.js nor a database from `ask`', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const one of imports.filter((other) => other.file === file && !other.typeOnly))
        if (one.target.startsWith('.')) visit(resolved(one));
        else reached.add(one.target);
    };
    visit('cli/commands/ask.ts');
    expect([...reached]).toContain('cli/rendering/render-answer.ts');
    expect([...reached].filter((name) => /^discord(\.js|\/)|^store\//.test(name))).toEqual([]);
  });
});

describe('the tree', () => {
  it('names files in lower case, words joined by hyphens', () => {
    expect(
      files.filter(
        (file) =>
          !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z-]+)?\.ts$/i.test(file) ||
          file !== file.toLowerCase().replace(/\.zh-han([st])\.ts$/, '.zh-han$1.ts'),
      ),
    ).toEqual([]);
  });

  it('has a folder of tests/unit for what stands in a folder or file of src, or of tests/support, of the same name', () => {
    const tests = join(SRC, '..', 'tests');
    const folders = readdirSync(join(tests, 'unit'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map(dirname);
    const mirrored = (folder: string): boolean =>
      [join(SRC, folder), join(SRC, `${folder}.ts`), join(tests, folder)].some((path) => existsSync(path));
    expect([...new Set(folders)].filter((folder) => !mirrored(folder))).toEqual([]);
  });
});
