import { join } from 'node:path';
import { createBotApplication, databaseOf, loggerFor } from './bot-application.js';
import { SILENT_REPORTER, type Application, type IndexReport } from './cli/application.js';
import type { LibraryWork } from './cli/indexing/change-library.js';
import { doctorProbes } from './cli/doctor-probes.js';
import { refreshIndex } from './cli/indexing/refresh-index.js';
import type { Config } from './config/load-config.js';
import { chooseModel } from './embedding/chosen-model.js';
import {
  build,
  foldersOf,
  knowledgeIn,
  modelOf,
  openEngine,
  openExistingIndex,
  type Task,
  withParts,
} from './open-engine.js';
import { systemClock } from './shared/clock.js';
import { nodeFileSystem } from './shared/node-file-system.js';
import { readText } from './shared/read-text.js';
import { loadHnswLibrary } from './vector/hnsw-library.js';

/**
 * Makes the application of the real parts: here what works on the documents and their index, in `bot-application.ts` the
 * bot. What a command does not need (discord.js above all) is not loaded.
 */
export function createApplication(config: Config, root: string): Application {
  const place = { config, root };
  return {
    ...createBotApplication(place),
    language: config.defaultLanguage,
    clock: systemClock,
    openEngine: (reporter, signal) => openEngine({ ...place, reporter, signal }),
    openThreadedEngine: async (reporter, signal) => {
      const [{ openThreadedEngine }, { spawnEngineThread }, logger] = await Promise.all([
        import('./worker/open-threaded-engine.js'),
        import('./worker/spawn-engine-thread.js'),
        loggerFor(place),
      ]);
      // The thread has no use for secrets.
      const settings = { config: { ...config, discordToken: null, databaseUrl: null }, root };
      const spawn = () => spawnEngineThread(join(root, 'dist', 'engine-worker.js'), settings);
      return openThreadedEngine({ spawn, logger, clock: systemClock, reporter, signal });
    },
    refreshIndex: (reporter, signal) => refresh({ ...place, reporter, signal }),
    addTexts: async (path, reporter, signal) =>
      (await import('./cli/indexing/change-library.js')).addTexts(path, libraryWork({ ...place, reporter, signal })),
    removeTexts: async (removal, confirmed, reporter, signal) => {
      const { removeTexts } = await import('./cli/indexing/change-library.js');
      return removeTexts(removal, confirmed, libraryWork({ ...place, reporter, signal }));
    },
    evaluate: async ({ questionFile, split, mode }, reporter, signal) => {
      const { runEvaluation } = await import('./evaluation/run-evaluation.js');
      return runEvaluation({
        path: questionFile ?? join(root, 'data', 'questions.jsonl'),
        split,
        readText: (path) => readText(nodeFileSystem, path),
        openEngine: () => openEngine({ ...place, reporter, signal }, mode),
        onProgress: (done, total) => reporter.progress('Asking questions', done, total),
        signal,
      });
    },
    modelSetting: config.embeddingModel,
    listModels: async () => {
      const { listModels } = await import('./embedding/list-models.js');
      const inUse = await modelOf(config);
      return { ...inUse, models: await listModels(inUse.model, config.modelCacheFolder, nodeFileSystem) };
    },
    useModel: async (reporter, signal) => {
      const [{ model }, index] = [await modelOf(config), await refresh({ ...place, reporter, signal })];
      await chooseModel(model, nodeFileSystem, config.indexFolder);
      return { model, index };
    },
    doctorProbes: (signal) => {
      const task = { ...place, reporter: SILENT_REPORTER, signal };
      return doctorProbes({
        nodeVersion: process.versions.node,
        discordToken: config.discordToken,
        fileSystem: nodeFileSystem,
        inspectStore: async () => (await databaseOf(place)).inspect(),
        folders: () => foldersOf(config),
        loadNativeModule: loadHnswLibrary,
        loadEncoder: () =>
          withParts(task, async ({ encoder }) => ({ ...encoder.identity, ...(await modelOf(config)) }), true),
        inspectIndex: () => withParts(task, openExistingIndex, true),
      });
    },
  };
}

function refresh(task: Task): Promise<IndexReport> {
  return refreshIndex(() => withParts(task, (parts) => build(parts, () => undefined)), task.reporter, systemClock);
}

function libraryWork(task: Task): LibraryWork {
  return {
    fileSystem: nodeFileSystem,
    folder: task.config.libraryFolder,
    loadCatalogue: async () => (await knowledgeIn(task.root)).catalogue,
    refresh: () => refresh(task),
    reporter: task.reporter,
    signal: task.signal,
  };
}
