import { join } from 'node:path';
import type { Engine } from './answering/engine.js';
import type { Application } from './cli/application.js';
import { resolveLawCommands } from './config/law-commands.js';
import { requireToken } from './config/require-token.js';
import type { ShardQuestions } from './discord/sharding/shard-questions.js';
import { knowledgeIn, openEngine, type Place } from './open-engine.js';
import { systemClock } from './shared/clock.js';
import { silentLogger, type Logger } from './shared/logger.js';
import { nodeFileSystem } from './shared/node-file-system.js';
import { systemPause } from './shared/pause.js';
import { systemRepeat } from './shared/repeat.js';
import type { Store } from './store/contract/store.js';
import type { StoreAccess } from './store/store-access.js';

/** What commands do with the bot in Discord, its database and the port of those who operate it. */
type BotApplication = Pick<
  Application,
  | 'hasDiscordToken'
  | 'deployCommands'
  | 'openOperations'
  | 'runShards'
  | 'runBot'
  | 'storeExists'
  | 'backUpStore'
  | 'restoreStore'
  | 'invite'
>;

/** Makes that part of the application of the real parts. Nothing of discord.js or of a database is loaded before it is needed. */
export function createBotApplication(place: Place): BotApplication {
  const { config, root } = place;
  const { discordApiUrl: apiUrl } = config;
  return {
    hasDiscordToken: config.discordToken !== null,
    deployCommands: async ({ guild, dryRun }, reporter, signal) => {
      const token = dryRun ? config.discordToken : requireToken(config);
      const engine = await openEngine({ ...place, reporter, signal });
      try {
        const commands = await botCommandsFor(place, engine);
        const { deployCommands } = await import('./discord/gateway/deploy-commands.js');
        return await deployCommands({ commands, token, apiUrl, guild, dryRun });
      } finally {
        await engine.close();
      }
    },
    openOperations: async (isShard, signal) => {
      const { operations: address } = config;
      if (address === null) return (await import('./operations/operations.js')).NO_OPERATIONS;
      const { openOperations } = await import('./operations/open-operations.js');
      const [manager, logger] = [isShard ? process : null, await loggerFor(place)];
      return openOperations({ address, manager, logger, clock: systemClock, signal });
    },
    runShards: async (commandLine, operations, signal) => {
      const token = requireToken(config);
      const { runShards } = await import('./discord/sharding/run-shards.js');
      const { execArgv: nodeArguments } = process;
      const program = { script: join(root, 'dist', 'main.js'), arguments: commandLine, nodeArguments };
      const logger = await loggerFor(place);
      const onDivided = (shards: ShardQuestions): void =>
        operations.watchShards((question, milliseconds) => shards.ask(question, milliseconds));
      return runShards({ program, token, apiUrl, onDivided, logger, clock: systemClock, pause: systemPause, signal });
    },
    runBot: async (engine, operations, signal) => {
      const { messageContent, admission } = config;
      const [token, commands] = [requireToken(config), await botCommandsFor(place, engine)];
      const { observer } = operations;
      const [{ runBot }, { keepUp }, logger] = await Promise.all([
        import('./discord/run-bot.js'),
        import('./store/keep-up.js'),
        loggerFor(place),
      ]);
      const store = await (await databaseOf(place)).open(logger, signal);
      const stopUpkeep = keepUp({ store, logger, repeat: systemRepeat });
      operations.watch({ engine, store });
      try {
        const parts = { engine, store, commands, observer, logger, clock: systemClock };
        const readCommands = () => botCommandsFor(place, engine);
        await runBot({ ...parts, readCommands, admission, token, apiUrl, messageContent, signal });
      } finally {
        operations.watch({ engine: null, store: null });
        await stopUpkeep();
        await store.close();
      }
    },
    storeExists: async () => (await databaseOf(place)).exists(),
    backUpStore: async (signal) =>
      withStore(await (await databaseOf(place)).openExisting(signal), (store) => store.backup()),
    restoreStore: async (file, signal) =>
      withStore(await (await databaseOf(place)).open(silentLogger, signal), (store) => store.restore(file)),
    invite: async () => {
      const { inviteLink } = await import('./discord/gateway/invite-link.js');
      return inviteLink({ token: requireToken(config), apiUrl });
    },
  };
}

/** The database of the bot, as the settings name it. */
export async function databaseOf({ config }: Place): Promise<StoreAccess> {
  const { storeAccess } = await import('./store/store-access.js');
  return storeAccess({ settings: config, fileSystem: nodeFileSystem, clock: systemClock });
}

/** The log of what runs for long. */
export async function loggerFor({ config }: Place): Promise<Logger> {
  const { createPinoLogger } = await import('./shared/pino-logger.js');
  return createPinoLogger(config.logLevel);
}

/** The commands of the bot, those of the laws that the settings choose among them. @throws ConfigError */
async function botCommandsFor({ config, root }: Place, engine: Engine) {
  const { botCommands } = await import('./discord/commands/all-commands.js');
  const { catalogue } = await knowledgeIn(root);
  return botCommands(await engine.lawNames(['global']), resolveLawCommands(config.lawCommands, catalogue));
}

/** Does something with the store, which is then closed. */
async function withStore<Result>(store: Store, work: (store: Store) => Promise<Result>): Promise<Result> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
