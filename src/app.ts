import { join } from 'node:path';
import type { Engine } from './answering/engine.js';
import { SILENT_REPORTER, type Application, type IndexReport } from './cli/application.js';
import type { LibraryWork } from './cli/change-library.js';
import { doctorProbes } from './cli/doctor-probes.js';
import { refreshIndex } from './cli/refresh-index.js';
import { resolveLawCommands } from './config/law-commands.js';
import type { Config } from './config/load-config.js';
import { requireToken } from './config/require-token.js';
import { chooseModel } from './embedding/chosen-model.js';
import {
  build,
  foldersOf,
  knowledgeIn,
  modelOf,
  openEngine,
  openExistingIndex,
  type Place,
  type Task,
  withParts,
} from './open-engine.js';
import { systemClock } from './shared/clock.js';
import { silentLogger } from './shared/logger.js';
import { nodeFileSystem } from './shared/node-file-system.js';
import { systemPause } from './shared/pause.js';
import { readText } from './shared/read-text.js';
import { systemRepeat } from './shared/repeat.js';
import type { Store } from './store/store.js';
import type { StoreAccess } from './store/store-access.js';
import { loadHnswLibrary } from './vector/hnsw-library.js';

/** Makes the application of the real parts. What a command does not need (discord.js above all) is not loaded. */
export function createApplication(config: Config, root: string): Application {
  const place = { config, root };
  const database = async (): Promise<StoreAccess> => {
    const { storeAccess } = await import('./store/store-access.js');
    return storeAccess({ settings: config, fileSystem: nodeFileSystem, clock: systemClock });
  };
  return {
    language: config.defaultLanguage,
    clock: systemClock,
    hasDiscordToken: config.discordToken !== null,
    openEngine: (reporter, signal) => openEngine({ ...place, reporter, signal }),
    openThreadedEngine: async (reporter, signal) => {
      const [{ openThreadedEngine }, { spawnEngineThread }, { createPinoLogger }] = await Promise.all([
        import('./worker/open-threaded-engine.js'),
        import('./worker/spawn-engine-thread.js'),
        import('./shared/pino-logger.js'),
      ]);
      // The thread has no use for secrets.
      const settings = { config: { ...config, discordToken: null, databaseUrl: null }, root };
      const logger = createPinoLogger(config.logLevel);
      const spawn = () => spawnEngineThread(settings);
      return openThreadedEngine({ spawn, logger, clock: systemClock, reporter, signal });
    },
    refreshIndex: (reporter, signal) => refresh({ ...place, reporter, signal }),
    addTexts: async (path, reporter, signal) =>
      (await import('./cli/change-library.js')).addTexts(path, libraryWork({ ...place, reporter, signal })),
    removeTexts: async (removal, confirmed, reporter, signal) => {
      const { removeTexts } = await import('./cli/change-library.js');
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
    deployCommands: async ({ guild, dryRun }, reporter, signal) => {
      const token = dryRun ? config.discordToken : requireToken(config);
      const engine = await openEngine({ ...place, reporter, signal });
      try {
        const commands = await botCommandsFor(place, engine);
        const { deployCommands } = await import('./discord/gateway/deploy-commands.js');
        return await deployCommands({ commands, token, apiUrl: config.discordApiUrl, guild, dryRun });
      } finally {
        await engine.close();
      }
    },
    runShards: async (commandLine, signal) => {
      const { discordApiUrl: apiUrl, logLevel } = config;
      const token = requireToken(config);
      const { runShards } = await import('./discord/sharding/run-shards.js');
      const { createPinoLogger } = await import('./shared/pino-logger.js');
      const { execArgv: nodeArguments } = process;
      const program = { script: join(root, 'dist', 'main.js'), arguments: commandLine, nodeArguments };
      const logger = createPinoLogger(logLevel);
      return runShards({ program, token, apiUrl, logger, clock: systemClock, pause: systemPause, signal });
    },
    runBot: async (engine, signal) => {
      const { discordApiUrl: apiUrl, logLevel, messageContent } = config;
      const [token, commands] = [requireToken(config), await botCommandsFor(place, engine)];
      const { runBot } = await import('./discord/run-bot.js');
      const { createPinoLogger } = await import('./shared/pino-logger.js');
      const logger = createPinoLogger(logLevel);
      const store = await (await database()).open(logger, signal);
      const { keepUp } = await import('./store/keep-up.js');
      const stopUpkeep = keepUp({ store, logger, repeat: systemRepeat });
      try {
        await runBot({ engine, store, commands, token, apiUrl, messageContent, logger, clock: systemClock, signal });
      } finally {
        await stopUpkeep();
        await store.close();
      }
    },
    storeExists: async () => (await database()).exists(),
    backUpStore: async (signal) => withStore(await (await database()).openExisting(signal), (store) => store.backup()),
    restoreStore: async (file, signal) =>
      withStore(await (await database()).open(silentLogger, signal), (store) => store.restore(file)),
    invite: async () => {
      const { discordApiUrl: apiUrl } = config;
      const { inviteLink } = await import('./discord/gateway/invite-link.js');
      return inviteLink({ token: requireToken(config), apiUrl });
    },
    doctorProbes: (signal) => {
      const task = { ...place, reporter: SILENT_REPORTER, signal };
      return doctorProbes({
        nodeVersion: process.versions.node,
        discordToken: config.discordToken,
        fileSystem: nodeFileSystem,
        inspectStore: async () => (await database()).inspect(),
        folders: () => foldersOf(config),
        loadNativeModule: loadHnswLibrary,
        loadEncoder: () =>
          withParts(task, async ({ encoder }) => ({ ...encoder.identity, ...(await modelOf(config)) }), true),
        inspectIndex: () => withParts(task, openExistingIndex, true),
      });
    },
  };
}

/** The commands of the bot, those of the laws that the settings choose among them. @throws ConfigError */
async function botCommandsFor({ config, root }: Place, engine: Engine) {
  const { botCommands } = await import('./discord/commands/all-commands.js');
  const { catalogue } = await knowledgeIn(root);
  return botCommands(await engine.lawNames(['global']), resolveLawCommands(config.lawCommands, catalogue));
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

/** Does something with the store, which is then closed. */
async function withStore<Result>(store: Store, work: (store: Store) => Promise<Result>): Promise<Result> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
