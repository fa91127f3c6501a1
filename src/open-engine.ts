import { join } from 'node:path';
import { createEngine } from './answering/create-engine.js';
import type { Engine } from './answering/engine.js';
import type { WorkReporter } from './cli/application.js';
import { BUILD_STAGES, READING_STAGE, tellOfBuilds, wordSkippedFiles } from './cli/indexing/index-notices.js';
import { tellOfDownload } from './cli/indexing/tell-of-download.js';
import type { Config } from './config/load-config.js';
import type { Encoder } from './embedding/encoder.js';
import { modelInUse, type ModelInUse } from './embedding/chosen-model.js';
import { loadEncoder } from './embedding/load-encoder.js';
import { availableMemory } from './embedding/model-memory.js';
import type { BuildReport } from './indexing/build/build-report.js';
import { currentVersions } from './indexing/current-versions.js';
import { readIndexState } from './indexing/index-state.js';
import { openIndex, type OpenedIndex } from './indexing/open-index.js';
import { openOrBuild } from './indexing/open-or-build.js';
import { sourceFolders } from './indexing/sources/source-folders.js';
import { stampFolders } from './indexing/sources/source-stamps.js';
import { findMentions } from './laws/names/find-mentions.js';
import { loadKnowledge, type LoadedKnowledge } from './retrieval/load-knowledge.js';
import type { SearchMode } from './retrieval/search-mode.js';
import { systemClock } from './shared/clock.js';
import { nodeFileSystem } from './shared/node-file-system.js';
import { loadHnswLibrary } from './vector/hnsw-library.js';
import type { EngineService } from './worker/serve-engine.js';

/** The settings, and the folder of the package: `data` and `embeddings` lie below it. */
export interface Place {
  readonly config: Config;
  readonly root: string;
}

/** What one command works with; `reporter` is told what takes long. */
export interface Task extends Place {
  readonly reporter: WorkReporter;
  readonly signal: AbortSignal;
}

export interface Parts extends Task {
  readonly encoder: Encoder;
  readonly knowledge: LoadedKnowledge;
  readonly folders: readonly string[];
}

/** The catalogue and the lexicon that come with the package. */
export const knowledgeIn = (root: string): Promise<LoadedKnowledge> =>
  loadKnowledge(nodeFileSystem, {
    catalogue: join(root, 'data', 'laws.json'),
    lexicon: join(root, 'embeddings', 'models', 'zh-en', 'lexicon.tsv'),
  });

/** The folders whose documents are in the index. */
export const foldersOf = ({ dataFolders, libraryFolder }: Config): Promise<readonly string[]> =>
  sourceFolders(nodeFileSystem, dataFolders, libraryFolder);

/** The encoder that is in use, and who chose it. */
export const modelOf = ({ embeddingModel, indexFolder }: Config): Promise<ModelInUse> =>
  modelInUse(embeddingModel, nodeFileSystem, indexFolder);

/** @param offline what is not on this machine is then refused, not downloaded */
async function encoderOf({ config, root, reporter, signal }: Task, offline: boolean): Promise<Encoder> {
  const { model } = await modelOf(config);
  return loadEncoder({
    model,
    modelsFolder: join(root, 'embeddings', 'models'),
    cacheFolder: config.modelCacheFolder,
    endpoint: config.hubAddress,
    fileSystem: nodeFileSystem,
    availableMemory: availableMemory(),
    offline,
    onProgress: (progress) => tellOfDownload(progress, reporter),
    signal,
  });
}

async function loadParts(task: Task, offline = false): Promise<Parts> {
  const { config, root } = task;
  const [encoder, knowledge, folders] = await Promise.all([
    encoderOf(task, offline),
    knowledgeIn(root),
    foldersOf(config),
  ]);
  return { ...task, encoder, knowledge, folders };
}

/** What opening and building have in common. */
const placeOf = ({ config, knowledge, signal }: Parts) => ({
  fileSystem: nodeFileSystem,
  folder: config.indexFolder,
  versions: currentVersions(knowledge.catalogueVersion),
  loadHnsw: loadHnswLibrary,
  signal,
});

/** The index as it stands on the disk. */
export async function openExistingIndex(parts: Parts): Promise<OpenedIndex> {
  const sources = await stampFolders(nodeFileSystem, parts.folders);
  return openIndex({ ...placeOf(parts), encoder: parts.encoder.identity, sources });
}

/** Builds the index, or brings it up to date. @param begin called when the documents are read */
export async function build(parts: Parts, begin: () => void): Promise<BuildReport> {
  const { encoder, knowledge, folders, reporter } = parts;
  const { catalogue, matcher } = knowledge;
  const [{ buildIndex }, { readSources }, { nodeProcessTable }, { splitDocument }] = await Promise.all([
    import('./indexing/build-index.js'),
    import('./indexing/sources/read-sources.js'),
    import('./indexing/lock/node-process-table.js'),
    import('./laws/texts/split-articles.js'),
  ]);
  const onRead = (done: number, total: number): void => reporter.progress(READING_STAGE, done, total);
  const readDocuments = async () => {
    const { documents, skipped } = await readSources({ fileSystem: nodeFileSystem, folders, catalogue, onRead });
    begin();
    if (skipped.length > 0) reporter.notice(wordSkippedFiles(skipped));
    return documents;
  };
  return buildIndex({
    ...placeOf(parts),
    // Taken first: a file that changes while it is read is then seen as changed the next time.
    sources: await stampFolders(nodeFileSystem, folders),
    readDocuments,
    encoder,
    split: splitDocument,
    findMentions: (text) => findMentions(text, matcher),
    clock: systemClock,
    processes: nodeProcessTable,
    onProgress: ({ phase, done, total }) => reporter.progress(BUILD_STAGES[phase], done, total),
  });
}

/** The engine; where the index cannot be used as it stands, it is built first. The caller closes it. */
export async function openEngine(task: Task, mode: SearchMode = 'both'): Promise<Engine> {
  const parts = await loadParts(task);
  const { encoder, knowledge, reporter } = parts;
  try {
    const index = await openOrBuild({
      open: () => openExistingIndex(parts),
      build: (begin) => build(parts, begin),
      ...tellOfBuilds(reporter),
    });
    return createEngine({ index, encoder, knowledge, clock: systemClock, mode });
  } catch (cause) {
    await encoder.close();
    throw cause;
  }
}

/** The engine for a thread of its own, which also tells how the index and the documents stand on the disk. */
export async function openEngineService(task: Task): Promise<EngineService> {
  const { config } = task;
  const stamps = async () => stampFolders(nodeFileSystem, await foldersOf(config));
  return {
    ...(await openEngine(task)),
    indexState: async () => readIndexState(nodeFileSystem, config.indexFolder, await stamps()),
  };
}

/** Hands the parts to a work, and lets them go afterwards. @param offline as for `encoderOf` */
export async function withParts<Result>(
  task: Task,
  work: (parts: Parts) => Promise<Result> | Result,
  offline = false,
): Promise<Result> {
  const parts = await loadParts(task, offline);
  try {
    return await work(parts);
  } finally {
    await parts.encoder.close();
  }
}
