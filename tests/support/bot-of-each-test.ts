import { afterEach, beforeEach, expect } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import type { Engine } from '../../src/answering/engine.js';
import { STANDING_COMMANDS } from '../../src/discord/commands/all-commands.js';
import { runBot, type BotOptions } from '../../src/discord/run-bot.js';
import { systemClock } from '../../src/shared/clock.js';
import { DiscordEmulator, type EmulatorOptions } from './discord-emulator/discord-emulator.js';
import { FLAG_LOADING, type BotMessage } from './discord-emulator/message-board.js';
import { RecordingLogger } from './discord-emulator/recording-logger.js';
import { answerOf, passageOf } from './example-answers.js';
import { FakeEngine } from './fake-engine.js';
import { createMemoryStore } from './memory-store.js';

export const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
export const SENTENCE = '2023年国家网络安全宣传周的主题是“网络安全为人民，网络安全靠人民”。';
const TEXT = `周年。${SENTENCE}后文。`;

/** One passage that answers, its middle sentence marked, whatever was asked. */
export function answered(question: string): Answer {
  const start = TEXT.indexOf(SENTENCE);
  return answerOf(question, 'strong', [passageOf(1, '000', TEXT, { highlight: [start, start + SENTENCE.length] })]);
}

/** The bot of the test that runs, which may see it fail to start or end; `startBot` is for tests in which it simply runs. */
export class BotOfEachTest {
  #emulator: DiscordEmulator | null = null;
  logger = new RecordingLogger();
  /** Settles as the last `start` does. */
  ended: Promise<void> = Promise.resolve();
  #stop = new AbortController();

  /** The emulated Discord of this test. */
  get emulator(): DiscordEmulator {
    if (this.#emulator === null) throw new Error('There is an emulated Discord within a test only');
    return this.#emulator;
  }

  /** Begins a test with an emulated Discord of its own. */
  begin(emulator: DiscordEmulator): void {
    this.#emulator = emulator;
    this.logger = new RecordingLogger(() => emulator.wake());
    this.ended = Promise.resolve();
  }

  /** Runs the bot. @returns as `runBot` */
  start(engine: Engine = new FakeEngine(({ text }) => answered(text)), more: Partial<BotOptions> = {}): Promise<void> {
    this.#stop = new AbortController();
    this.ended = runBot({
      engine,
      store: createMemoryStore(systemClock, { logQuestions: false, retentionDays: 90 }),
      commands: STANDING_COMMANDS,
      token: this.emulator.token,
      apiUrl: this.emulator.apiUrl,
      logger: this.logger,
      clock: systemClock,
      signal: this.#stop.signal,
      ...more,
    });
    // A test that expects a failure looks at it itself.
    this.ended.catch(() => undefined);
    return this.ended;
  }

  /** Runs the bot, and resolves when it has logged in and registered its commands. */
  async startAndWait(engine?: Engine, more?: Partial<BotOptions>): Promise<void> {
    void this.start(engine, more);
    await this.emulator.waitUntilReady();
  }

  /** Tells the bot to end. */
  stop(): void {
    this.#stop.abort();
  }

  /** The answer to an interaction, as soon as it is more than "thinking". */
  answerTo(interaction: string): Promise<BotMessage> {
    return this.emulator.waitForMessage((one) => one.interaction === interaction && (one.flags & FLAG_LOADING) === 0);
  }

  /** The reply to a message. */
  replyTo(message: string): Promise<BotMessage> {
    return this.emulator.waitForMessage(({ repliesTo }) => repliesTo === message);
  }
}

/**
 * Gives each test of the file a bot and an emulated Discord of its own, and ends both. Whatever a test is about: no request
 * that a bot must not send, and no token in any line of the log.
 * @param options time stands still unless told: however slow the machine, no interaction expires
 */
export function botOfEachTest(options: EmulatorOptions = {}): BotOfEachTest {
  const bot = new BotOfEachTest();
  beforeEach(async () => bot.begin(await DiscordEmulator.start({ now: () => 0, ...options })));
  afterEach(async () => {
    bot.stop();
    await bot.ended.catch(() => undefined);
    expect(bot.logger.text).not.toContain(bot.emulator.token);
    expect(bot.logger.text).not.toContain('interaction-token');
    await bot.emulator.close();
  });
  return bot;
}
