import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/answering/engine.js';
import type { BotObserver, BotState, SettledQuestion } from '../../../src/discord/bot-observer.js';
import { STANDING_COMMANDS } from '../../../src/discord/commands/all-commands.js';
import { lawCommands } from '../../../src/discord/commands/law-commands.js';
import { ApiError } from '../../support/discord-emulator/api-error.js';
import { INTENT_MESSAGE_CONTENT } from '../../support/discord-emulator/gateway.js';
import type { BotMessage } from '../../support/discord-emulator/message-board.js';
import { FakeEngine } from '../../support/fake-engine.js';
import { fixedClock, openRealEngine } from '../../support/real-engine.js';
import { startBot, type RunningBot } from '../../support/running-bot.js';
import { createMemoryStore } from '../../support/memory-store.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';

/** Keeps everything that it is told. */
class Recorder implements BotObserver {
  readonly questions: SettledQuestion[] = [];
  readonly judgements: string[] = [];
  readonly failures: string[] = [];
  readonly gateway: string[] = [];
  readonly statuses: number[] = [];
  state: () => BotState = () => {
    throw new Error('The bot has not begun');
  };
  changed: () => void = () => undefined;

  settled(question: SettledQuestion): void {
    this.questions.push(question);
    this.changed();
  }

  judged(kind: string, strength: string): void {
    this.judgements.push(`${kind} ${strength}`);
  }

  failed(kind: string): void {
    this.failures.push(kind);
  }

  gatewayChanged(event: string): void {
    this.gateway.push(event);
    this.changed();
  }

  discordResponded(status: number): void {
    this.statuses.push(status);
  }

  began(state: () => BotState): void {
    this.state = state;
  }

  get outcomes(): readonly string[] {
    return this.questions.map(({ way, outcome }) => `${way} ${outcome}`);
  }
}

describe('the observer of a bot', () => {
  let engine: Engine;
  let commands: typeof STANDING_COMMANDS;
  let recorder: Recorder;
  let bot: RunningBot;

  const start = async (over: Engine): Promise<void> => {
    recorder = new Recorder();
    // Nobody's turn comes again while a test runs, however long it takes.
    const clock = fixedClock();
    const store = createMemoryStore(clock, { logQuestions: false, retentionDays: 90 });
    const allowed = { messageContent: true, allowedPrivileged: INTENT_MESSAGE_CONTENT };
    bot = await startBot(over, { observer: recorder, clock, commands, store, ...allowed, guildLocale: 'zh-CN' });
    const { guild, channel } = bot.emulator.cast;
    await store.settings.change(guild, { channels: { [channel]: { mode: 'all' } } });
    recorder.changed = () => bot.emulator.wake();
  };
  const settled = (number: number): Promise<SettledQuestion> =>
    bot.emulator.waitFor(`${number} questions that are over`, () => recorder.questions[number - 1]);

  beforeAll(async () => {
    ({ engine } = await openRealEngine());
    commands = [...STANDING_COMMANDS, ...lawCommands(await engine.lawNames(['global']), ['cybersecurity-law'])];
  });
  afterAll(() => engine.close());

  beforeEach(() => start(engine));
  afterEach(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
  });

  it('is told every way in which a question comes, once, with the time that it took', async () => {
    const { emulator } = bot;
    const first: BotMessage = await bot.use({ name: 'ask', options: { question: QUESTION } });
    await settled(1);
    await bot.use({ name: 'cybersecurity-law' });
    await settled(2);
    await bot.replyTo(emulator.mention(QUESTION));
    await settled(3);
    await bot.replyTo(emulator.directMessage(QUESTION));
    await settled(4);
    await bot.replyTo(emulator.say(QUESTION));
    await settled(5);
    await bot.replyTo(emulator.reply({ text: QUESTION, to: first.id, ping: true }));
    await settled(6);
    await bot.answerTo(emulator.messageCommand({ name: 'Ask about this message' }, first.id));
    await settled(7);
    await bot.answerTo(emulator.press({ message: first, customId: 'y1:context' }));
    await settled(8);
    expect(recorder.outcomes).toEqual([
      'command answered',
      'law-command answered',
      'mention answered',
      'direct-message answered',
      'channel answered',
      'reply answered',
      'menu answered',
      'button answered',
    ]);
    expect(recorder.judgements).toEqual([
      'question strong',
      'law strong',
      ...Array.from({ length: 5 }, () => 'question strong'),
    ]);
    expect(recorder.questions.every(({ milliseconds }) => Number.isInteger(milliseconds) && milliseconds >= 0)).toBe(
      true,
    );
  });

  it('is told neither of commands that ask nothing of the engine nor of messages to nobody', async () => {
    await bot.use({ name: 'status' });
    bot.emulator.say('nothing for the bot');
    await bot.replyTo(bot.emulator.mention(QUESTION));
    await settled(1);
    expect(recorder.outcomes).toEqual(['mention answered']);
  });

  it('is told of refusals: nobody asks more than ten times in a moment', async () => {
    for (let question = 1; question <= 11; question += 1) {
      await bot.replyTo(bot.emulator.mention(QUESTION));
      await settled(question);
    }
    expect(recorder.outcomes.at(-1)).toBe('mention cooldown');
    expect(recorder.outcomes.slice(0, -1)).toEqual(Array.from({ length: 10 }, () => 'mention answered'));
  });

  it('is told of a message that Discord does not take, and of its refusal', async () => {
    bot.emulator.failNext(/POST .*\/messages$/, new ApiError(403, 50013, 'Missing Permissions'));
    bot.emulator.mention(QUESTION);
    await settled(1);
    expect(recorder.outcomes).toEqual(['mention undelivered']);
    expect(recorder.failures).toEqual(['discord-4xx']);
    expect(recorder.statuses).toContain(403);
  });

  it('is told of the outcome of a button that Discord does not take', async () => {
    const shown = await bot.use({ name: 'ask', options: { question: QUESTION } });
    await settled(1);
    bot.emulator.failNext(/PATCH .*\/messages\/@original$/, new ApiError(403, 50013, 'Missing Permissions'));
    bot.emulator.press({ message: shown, customId: 'y1:context' });
    await settled(2);
    expect(recorder.outcomes).toEqual(['command answered', 'button undelivered']);
    expect(recorder.failures).toEqual(['discord-4xx']);
  });

  it('is told of a fault by its kind', async () => {
    await bot.stop();
    await start(new FakeEngine(() => Promise.reject(new RangeError(QUESTION))));
    await bot.replyTo(bot.emulator.mention(QUESTION));
    await settled(1);
    expect(recorder.outcomes).toEqual(['mention failed']);
    expect(recorder.failures).toEqual(['fault']);
  });

  it('is told what becomes of the gateway, and can read how the bot is', async () => {
    const { emulator } = bot;
    expect(recorder.gateway).toEqual(['identified']);
    const queue = { waiting: 0, running: 0 };
    await emulator.waitFor('the bot', () => recorder.state().connected);
    expect(recorder.state()).toMatchObject({ connected: true, servers: 1, queue, inFlight: 0 });
    emulator.gateway.drop(4000);
    await emulator.waitFor('the loss', () => recorder.gateway.includes('lost'));
    expect(recorder.state().connected).toBe(false);
    await emulator.waitFor('the return', () => recorder.gateway.includes('resumed'));
    expect(recorder.gateway).toEqual(['identified', 'lost', 'resumed']);
    await emulator.waitFor('the connection', () => recorder.state().connected);
  });
});
