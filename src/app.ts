import { join } from 'node:path';
import { createEngine } from './answering/create-engine.js';
import type { Engine } from './answering/engine.js';
import type { Application, IndexReport, WorkReporter } from './cli/application.js';
import type { LibraryWork } from './cli/change-library.js';
import { doctorProbes } from './cli/doctor-probes.js';
import { BUILD_STAGES, tellOfBuilds } from './cli/index-notices.js';
import { refreshIndex } from './cli/refresh-index.js';
import type { Config } from './config/load-config.js';
import { READER_VERSION } from './documents/reader-version.js';
import { SPLITTER_VERSION } from './documents/split-passages.js';
import type { Encoder } from './embedding/encoder.js';
import { loadEncoder } from './embedding/load-encoder.js';
import type { BuildReport } from './indexing/build-report.js';
import { openIndex, type OpenedIndex } from './indexing/open-index.js';
import { openOrBuild } from './indexing/open-or-build.js';
import { stampFolders } from './indexing/source-stamps.js';
import { loadCatalogue } from './laws/catalogue.js';
import { findMentions } from './laws/find-mentions.js';
import { parseLexicon } from './lexical/lexicon.js';
import { TOKENIZER_VERSION } from './lexical/tokenize.js';
import { systemClock } from './shared/clock.js';
import { UsageError } from './shared/errors.js';
import { nodeFileSystem } from './shared/node-file-system.js';
import { sha256 } from './shared/sha256.js';
import { loadHnswLibrary } from './vector/hnsw-library.js';

/** The settings, and the folder of the package: `data` and `embeddings` lie below it. */
interface Place {
  readonly config: Config;
  readonly root: string;
}

/** What one command works with; `reporter` is told what takes long. */
interface Task extends Place {
  readonly reporter: WorkReporter;
  readonly signal: AbortSignal;
}

interface Parts extends Task {
  readonly encoder: Encoder;
  readonly knowledge: Awaited<ReturnType<typeof loadKnowledge>>;
  readonly folders: readonly string[];
}

const NOBODY: WorkReporter = { notice: () => undefined, progress: () => undefined };

/** Makes the application of the real parts. What a command does not need (discord.js above all) is not loaded. */
export function createApplication(config: Config, root: string): Application {
  const place = { config, root };
  return {
    language: config.defaultLanguage,
    hasDiscordToken: config.discordToken !== null,
    openEngine: (reporter, signal) => openEngine({ ...place, reporter, signal }),
    refreshIndex: (reporter, signal) => refresh({ ...place, reporter, signal }),
    addTexts: async (path, reporter, signal) => {
      const { addTexts } = await import('./cli/change-library.js');
      return addTexts(path, libraryWork({ ...place, reporter, signal }));
    },
    removeText: async (id, reporter, signal) => {
      const { removeText } = await import('./cli/change-library.js');
      return removeText(id, libraryWork({ ...place, reporter, signal }));
    },
    evaluate: async (file, reporter, signal) => {
      const { runEvaluation } = await import('./evaluation/run-evaluation.js');
      return runEvaluation({
        path: file ?? join(root, 'data', 'questions.jsonl'),
        readText,
        openEngine: () => openEngine({ ...place, reporter, signal }),
        onProgress: (done, total) => reporter.progress('Asking questions', done, total),
        signal,
      });
    },
    deployCommands: async ({ guild, dryRun }) => {
      const { discordToken: token, discordApiUrl: apiUrl } = config;
      if (token === null && !dryRun) throw tokenMissing();
      const { ALL_COMMANDS } = await import('./discord/commands/all-commands.js');
      // Without a token nobody can say whether Discord has the same commands.
      if (token === null) return { commands: ALL_COMMANDS.map(({ data }) => data), changed: null };
      const { deployCommands } = await import('./discord/deploy-commands.js');
      return deployCommands({ token, apiUrl, guild, dryRun });
    },
    runBot: async (engine, signal) => {
      const { discordToken: token, discordApiUrl: apiUrl, logLevel } = config;
      if (token === null) throw tokenMissing();
      const { runBot } = await import('./discord/run-bot.js');
      const { createPinoLogger } = await import('./shared/pino-logger.js');
      await runBot({ engine, token, apiUrl, logger: createPinoLogger(logLevel), clock: systemClock, signal });
    },
    doctorProbes: (signal) => {
      const task = { ...place, reporter: NOBODY, signal };
      return doctorProbes({
        nodeVersion: process.versions.node,
        discordToken: config.discordToken,
        fileSystem: nodeFileSystem,
        folders: () => foldersOf(config),
        loadNativeModule: loadHnswLibrary,
        loadEncoder: () => withParts(task, ({ encoder }) => encoder.identity),
        inspectIndex: () => withParts(task, open),
      });
    },
  };
}

function tokenMissing(): UsageError {
  return new UsageError('DISCORD_TOKEN is not set', {
    remedy: 'Set it in the environment or in .env (see .env.example).',
  });
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await nodeFileSystem.readFile(path));
}

/** What is known beside the documents: names of laws, and words of other languages. */
async function loadKnowledge(root: string) {
  const [laws, words] = await Promise.all([
    readText(join(root, 'data', 'laws.json')),
    readText(join(root, 'embeddings', 'models', 'zh-en', 'lexicon.tsv')),
  ]);
  const catalogue = loadCatalogue(laws);
  return { catalogue, matcher: catalogue.matcher, lexicon: parseLexicon(words), catalogueVersion: sha256(laws) };
}

/** The data folders; what the user adds counts as soon as something lies there. */
async function foldersOf({ dataFolders, libraryFolder }: Config): Promise<readonly string[]> {
  if (libraryFolder === null) return dataFolders;
  const library = await stampFolders(nodeFileSystem, [libraryFolder]);
  return library.length === 0 ? dataFolders : [...dataFolders, libraryFolder];
}

async function loadParts(task: Task): Promise<Parts> {
  const { config, root, reporter, signal } = task;
  const [encoder, knowledge, folders] = await Promise.all([
    loadEncoder({
      model: config.embeddingModel,
      modelsFolder: join(root, 'embeddings', 'models'),
      cacheFolder: config.modelCacheFolder,
      endpoint: config.hubAddress,
      fileSystem: nodeFileSystem,
      onProgress: ({ file, received, total }) => reporter.progress(`Downloading ${file}`, received, total ?? received),
      signal,
    }),
    loadKnowledge(root),
    foldersOf(config),
  ]);
  return { ...task, encoder, knowledge, folders };
}

const versionsOf = ({ knowledge }: Parts) => ({
  reader: String(READER_VERSION),
  splitter: String(SPLITTER_VERSION),
  tokenizer: String(TOKENIZER_VERSION),
  catalogue: knowledge.catalogueVersion,
});

async function open(parts: Parts): Promise<OpenedIndex> {
  return openIndex({
    fileSystem: nodeFileSystem,
    folder: parts.config.indexFolder,
    encoder: parts.encoder.identity,
    versions: versionsOf(parts),
    sources: await stampFolders(nodeFileSystem, parts.folders),
    loadHnsw: loadHnswLibrary,
    signal: parts.signal,
  });
}

/** @param begin called when the documents are read */
async function build(parts: Parts, begin: () => void): Promise<BuildReport> {
  const { config, encoder, knowledge, folders, reporter, signal } = parts;
  const [{ buildIndex }, { loadDocuments }, { nodeProcessTable }, { readLawText }, { splitDocument }] =
    await Promise.all([
      import('./indexing/build-index.js'),
      import('./documents/load-documents.js'),
      import('./indexing/node-process-table.js'),
      import('./laws/read-law-text.js'),
      import('./laws/split-articles.js'),
    ]);
  // Before the documents are read: one that changes meanwhile is then seen as changed the next time.
  const sources = await stampFolders(nodeFileSystem, folders);
  const { documents, skipped } = await loadDocuments(nodeFileSystem, folders, (text, file) =>
    readLawText(text, file, knowledge.catalogue),
  );
  begin();
  if (skipped.length > 0) reporter.notice(`No reader for these files, left out: ${skipped.join(', ')}`);
  return buildIndex({
    fileSystem: nodeFileSystem,
    folder: config.indexFolder,
    documents,
    sources,
    split: splitDocument,
    findMentions: (text) => findMentions(text, knowledge.matcher),
    encoder,
    versions: versionsOf(parts),
    clock: systemClock,
    processes: nodeProcessTable,
    loadHnsw: loadHnswLibrary,
    onProgress: ({ phase, done, total }) => reporter.progress(BUILD_STAGES[phase], done, total),
    signal,
  });
}

async function openEngine(task: Task): Promise<Engine> {
  const parts = await loadParts(task);
  const { encoder, knowledge, reporter } = parts;
  try {
    const index = await openOrBuild({
      open: () => open(parts),
      build: (begin) => build(parts, begin),
      ...tellOfBuilds(reporter),
    });
    return createEngine({ index, encoder, knowledge, clock: systemClock });
  } catch (cause) {
    await encoder.close();
    throw cause;
  }
}

/** Hands the parts to a work, and lets them go afterwards. */
async function withParts<Result>(task: Task, work: (parts: Parts) => Promise<Result> | Result): Promise<Result> {
  const parts = await loadParts(task);
  try {
    return await work(parts);
  } finally {
    await parts.encoder.close();
  }
}

function refresh(task: Task): Promise<IndexReport> {
  return refreshIndex(() => withParts(task, (parts) => build(parts, () => undefined)), task.reporter, systemClock);
}

function libraryWork(task: Task): LibraryWork {
  return {
    fileSystem: nodeFileSystem,
    folder: task.config.libraryFolder,
    loadCatalogue: async () => (await loadKnowledge(task.root)).catalogue,
    refresh: () => refresh(task),
  };
}
