import type { Engine } from '../../src/answering/engine.js';
import { UNOBSERVED, type BotObserver } from '../../src/discord/bot-observer.js';
import type { AdmissionSettings } from '../../src/discord/asking/admission.js';
import { STANDING_COMMANDS } from '../../src/discord/commands/all-commands.js';
import { runBot } from '../../src/discord/run-bot.js';
import type { Repeat } from '../../src/shared/repeat.js';
import { systemClock, type Clock } from '../../src/shared/clock.js';
import type { Store } from '../../src/store/contract/store.js';
import { DiscordEmulator, type CommandUse, type EmulatorOptions } from './discord-emulator/discord-emulator.js';
import { FLAG_LOADING, textOf, type BotMessage } from './discord-emulator/message-board.js';
import { readMarkdown } from './discord-emulator/read-markdown.js';
import { RecordingLogger } from './discord-emulator/recording-logger.js';
import { createMemoryStore } from './memory-store.js';

/** What the bot runs with; the standing commands, the clock of the machine and a store in memory unless told. */
export interface BotParts {
  readonly engine: Engine;
  readonly commands?: typeof STANDING_COMMANDS;
  readonly clock?: Clock;
  /** Whether it asks for the content of messages; off unless told. */
  readonly messageContent?: boolean;
  /** Told what happens in it; nobody unless given. */
  readonly observer?: BotObserver;
  /** The commands for the index as it is by then, and with what they are looked at: neither unless given. */
  readonly readCommands?: () => Promise<typeof STANDING_COMMANDS>;
  readonly repeat?: Repeat;
  /** How much may be asked; as in production unless given. */
  readonly admission?: AdmissionSettings;
  /** In memory unless given, and then kept over a restart as a database is. Its end is the caller's. */
  readonly store?: Store;
}

/** The bot over an engine, logged in to an emulated Discord. */
export interface RunningBot {
  readonly emulator: DiscordEmulator;
  readonly logger: RecordingLogger;
  /** The bot's reply to a message, as soon as it is there. */
  readonly replyTo: (message: string) => Promise<BotMessage>;
  /** The answer to an interaction, as soon as it is more than "thinking". */
  readonly answerTo: (interaction: string) => Promise<BotMessage>;
  /** The answer to a slash command. */
  readonly use: (command: CommandUse) => Promise<BotMessage>;
  /** The message once it has been edited again. */
  readonly edited: (message: BotMessage) => Promise<BotMessage>;
  /** Ends the bot and starts another one, with other parts where they are given: nothing but what Discord holds is left. */
  readonly restart: (change?: Partial<BotParts>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a reader sees of a message, line by line. */
export function linesOf(message: BotMessage): readonly string[] {
  return readMarkdown(textOf(message)).text.split('\n');
}

export async function startBot(engine: Engine, options: EmulatorOptions & Partial<BotParts> = {}): Promise<RunningBot> {
  // Time stands still: however slow the machine, no interaction expires.
  const emulator = await DiscordEmulator.start({ now: () => 0, ...options });
  const logger = new RecordingLogger(() => emulator.wake());
  const { token, apiUrl } = emulator;
  let parts: BotParts & Required<Pick<BotParts, 'commands' | 'clock' | 'messageContent' | 'store'>> = {
    commands: STANDING_COMMANDS,
    clock: systemClock,
    messageContent: false,
    observer: UNOBSERVED,
    store: createMemoryStore(options.clock ?? systemClock, { logQuestions: false, retentionDays: 90 }),
    ...options,
    engine,
  };
  let stop = new AbortController();
  let running = Promise.resolve();
  const start = async (): Promise<void> => {
    stop = new AbortController();
    running = runBot({ ...parts, token, apiUrl, logger, signal: stop.signal });
    await emulator.waitUntilReady();
  };
  const end = async (): Promise<void> => {
    stop.abort();
    await running;
  };
  const answerTo = (interaction: string): Promise<BotMessage> =>
    emulator.waitForMessage((one) => one.interaction === interaction && (one.flags & FLAG_LOADING) === 0);
  await start();
  return {
    emulator,
    logger,
    replyTo: (message) => emulator.waitForMessage(({ repliesTo }) => repliesTo === message),
    answerTo,
    use: (command) => answerTo(emulator.slashCommand(command)),
    edited: ({ id, edits }) => emulator.waitForMessage((one) => one.id === id && one.edits > edits),
    restart: async (change = {}) => {
      await end();
      await emulator.waitFor('the end of the connection', () => !emulator.gateway.connected);
      parts = { ...parts, ...change };
      await start();
    },
    stop: async () => {
      await end();
      await emulator.close();
    },
  };
}
