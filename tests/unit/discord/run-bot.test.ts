import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.js';
import type { Engine } from '../../../src/answering/engine.js';
import { STANDING_COMMANDS } from '../../../src/discord/commands/all-commands.js';
import { MESSAGE_COMMANDS } from '../../../src/discord/commands/message-commands.js';
import { deployCommands } from '../../../src/discord/gateway/deploy-commands.js';
import {
  DiscordIntentsError,
  DiscordRefusedError,
  DiscordShardsError,
  DiscordTokenError,
  DiscordUnreachableError,
} from '../../../src/discord/gateway/discord-errors.js';
import { runBot, type BotOptions } from '../../../src/discord/run-bot.js';
import { systemClock } from '../../../src/shared/clock.js';
import { ApiError } from '../../support/discord-emulator/api-error.js';
import { DiscordEmulator } from '../../support/discord-emulator/discord-emulator.js';
import { readMarkdown } from '../../support/discord-emulator/read-markdown.js';
import { RecordingLogger } from '../../support/discord-emulator/recording-logger.js';
import { FLAG_LOADING, textOf, type BotMessage } from '../../support/discord-emulator/message-board.js';
import { answerOf, passageOf } from '../../support/example-answers.js';
import { FakeEngine } from '../../support/fake-engine.js';
import { createMemoryStore } from '../../support/memory-store.js';

const TEXT = '周年。2023年国家网络安全宣传周的主题是“网络安全为人民，网络安全靠人民”。后文。';
const SENTENCE = '2023年国家网络安全宣传周的主题是“网络安全为人民，网络安全靠人民”。';
const QUESTION = '2023年国家网络安全宣传周的主题是什么？';

function answered(question: string): Answer {
  const start = TEXT.indexOf(SENTENCE);
  return answerOf(question, 'strong', [passageOf(1, '000', TEXT, { highlight: [start, start + SENTENCE.length] })]);
}

const STANDING_NAMES = [...STANDING_COMMANDS, ...MESSAGE_COMMANDS].map(({ data }) => data.name);

const shown = (message: BotMessage): boolean => (message.flags & FLAG_LOADING) === 0;

describe('runBot', () => {
  let emulator: DiscordEmulator;
  let logger: RecordingLogger;
  let stop: AbortController;
  let running: Promise<void>;

  const start = (
    engine: Engine = new FakeEngine(({ text }) => answered(text)),
    token = emulator.token,
    more: Partial<BotOptions> = {},
  ): Promise<void> => {
    running = runBot({
      engine,
      store: createMemoryStore(systemClock, { logQuestions: false, retentionDays: 90 }),
      commands: STANDING_COMMANDS,
      token,
      apiUrl: emulator.apiUrl,
      logger,
      clock: systemClock,
      signal: stop.signal,
      ...more,
    });
    // A test that expects a failure looks at it itself.
    running.catch(() => undefined);
    return running;
  };

  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ guildLocale: 'zh-CN', now: () => 0 });
    logger = new RecordingLogger(() => emulator.wake());
    stop = new AbortController();
    running = Promise.resolve();
  });

  afterEach(async () => {
    stop.abort();
    await running.catch(() => undefined);
    await emulator.close();
    // Whatever a test was about: no body against the official description, and the token in no log.
    expect(emulator.problems).toEqual([]);
    expect(logger.text).not.toContain(emulator.token);
  });

  it('answers a command: deferred at once, then edited in place', async () => {
    void start();
    await emulator.waitUntilReady();
    const interaction = emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    const message = await emulator.waitForMessage((one) => one.interaction === interaction && shown(one));

    const { text, bold } = readMarkdown(textOf(message));
    expect(text).toContain(QUESTION);
    expect(text).toContain('与问题相符的段落');
    expect(bold).toContain(SENTENCE);
    const steps = emulator.requests.filter(({ path }) => /interactions|webhooks/.test(path));
    expect(steps.map(({ method, path, status }) => `${method} ${path.split('/').at(-1) ?? ''} ${status}`)).toEqual([
      'POST callback 204',
      'PATCH @original 200',
    ]);
    expect(steps[0]?.body).toMatchObject({ type: 5 });
    expect(steps[1]?.body).toMatchObject({
      flags: (1 << 15) | (1 << 2),
      allowed_mentions: { parse: [], replied_user: false },
    });
  });

  it('answers a mention: seen typing, then one reply, without the mention in the question', async () => {
    void start();
    await emulator.waitUntilReady();
    const asked = emulator.mention(QUESTION);
    const reply = await emulator.waitForMessage((one) => one.repliesTo === asked);

    expect(readMarkdown(textOf(reply)).text).toContain(QUESTION);
    expect(textOf(reply)).not.toContain(emulator.cast.bot.id);
    const steps = emulator.requests.filter(({ path }) => path.startsWith('/channels/'));
    expect(steps.map(({ path }) => path.split('/').at(-1))).toEqual(['typing', 'messages']);
    expect(steps[1]?.body).toMatchObject({
      flags: (1 << 15) | (1 << 2),
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: asked, fail_if_not_exists: false },
    });
  });

  it('takes a direct message as a question', async () => {
    void start();
    await emulator.waitUntilReady();
    const asked = emulator.directMessage('How many universities offer it?');
    const reply = await emulator.waitForMessage((one) => one.repliesTo === asked);
    expect(reply.channel).toBe(emulator.cast.directChannel);
    expect(textOf(reply)).toContain('Passages that match');
  });

  it('answers a mention without a question with help, in the language of the server', async () => {
    void start();
    await emulator.waitUntilReady();
    const asked = emulator.mention('');
    const reply = await emulator.waitForMessage((one) => one.repliesTo === asked);
    expect(textOf(reply)).toContain('/ask');
    expect(textOf(reply)).toMatch(/\p{Script=Han}/u);
  });

  it('answers neither other bots nor messages that are not for it', async () => {
    const engine = new FakeEngine(({ text }) => answered(text));
    void start(engine);
    await emulator.waitUntilReady();
    emulator.say('nothing for the bot');
    emulator.directMessage('from another bot', { ...emulator.cast.user, id: '5', bot: true });
    const asked = emulator.mention('the only question');
    await emulator.waitForMessage((one) => one.repliesTo === asked);
    expect(engine.asked.map(({ text }) => text)).toEqual(['the only question']);
  });

  it('says in a sentence that a question has no words, and asks the engine nothing', async () => {
    const engine = new FakeEngine(({ text }) => answered(text));
    void start(engine);
    await emulator.waitUntilReady();
    const interaction = emulator.slashCommand({ name: 'ask', options: { question: '？？' } });
    const message = await emulator.waitForMessage((one) => one.interaction === interaction && shown(one));
    expect(textOf(message)).toBe('The question has no words, only marks. Write it out.');
    expect(engine.asked).toEqual([]);
  });

  it('tells a user of a fault without its details, and logs it without the question', async () => {
    void start(new FakeEngine(({ text }) => Promise.reject(new RangeError(`cannot answer ${text}`))));
    await emulator.waitUntilReady();
    const interaction = emulator.slashCommand({ name: 'ask', options: { question: 'a secret matter' } });
    const message = await emulator.waitForMessage((one) => one.interaction === interaction && shown(one));
    expect(textOf(message)).toBe('Something went wrong here, and it was not your question. Please try again later.');
    expect(logger.lines).toContainEqual({
      level: 'error',
      event: 'discord-question-failed',
      facts: { reason: 'RangeError', late: false },
    });
    expect(logger.text).not.toContain('secret');
  });

  it('goes on after a reply that Discord refused', async () => {
    void start();
    await emulator.waitUntilReady();
    emulator.failNext(/POST .*\/messages$/, new ApiError(403, 50013, 'Missing Permissions'));
    emulator.mention('first');
    await emulator.waitFor('the refusal', () => logger.text.includes('Discord 50013 (HTTP 403)'));
    const asked = emulator.mention('second');
    await emulator.waitForMessage((one) => one.repliesTo === asked);
  });

  it('replies where it may not type', async () => {
    void start();
    await emulator.waitUntilReady();
    emulator.failNext(/typing$/, new ApiError(403, 50013, 'Missing Permissions'));
    const asked = emulator.mention('anything');
    await emulator.waitForMessage((one) => one.repliesTo === asked);
  });

  it('asks for no privileged intent', async () => {
    void start();
    await emulator.waitUntilReady();
    const [identify] = emulator.gateway.records;
    // Guilds 1 << 0, GuildMessages 1 << 9, DirectMessages 1 << 12
    expect(identify).toMatchObject({ kind: 'identify', intents: 1 + 512 + 4096 });
  });

  it('registers its commands at the first start only', async () => {
    void start();
    await emulator.waitUntilReady();
    stop.abort();
    await running;
    stop = new AbortController();
    void start();
    await emulator.waitFor('the second look at the commands', () =>
      logger.lines.some(({ facts }) => facts.changed === false),
    );
    const writes = emulator.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));
    expect(writes).toHaveLength(1);
  });

  it('receives what came while the connection was cut', async () => {
    void start();
    await emulator.waitUntilReady();
    emulator.gateway.drop(4000);
    await emulator.waitFor('the cut', () => !emulator.gateway.connected);
    const asked = emulator.mention(QUESTION);
    await emulator.waitForMessage((one) => one.repliesTo === asked);
    expect(emulator.gateway.records.some(({ kind }) => kind === 'resume')).toBe(true);
  });

  it('finishes the question in flight before it ends', async () => {
    const { promise: held, release } = hold();
    const engine = new FakeEngine(async ({ text }) => {
      await held;
      return answered(text);
    });
    void start(engine);
    await emulator.waitUntilReady();
    const asked = emulator.mention(QUESTION);
    await emulator.waitFor('the question', () => emulator.requests.some(({ path }) => path.endsWith('/typing')));
    stop.abort();
    await emulator.waitFor('the stop', () => logger.text.includes('discord-stopping'));
    const late = emulator.mention('too late');
    release();
    await running;
    expect(emulator.board.all.map(({ repliesTo }) => repliesTo)).toEqual([asked]);
    expect(engine.asked.map(({ text }) => text)).toEqual([QUESTION]);
    expect(late).not.toBe(asked);
  });

  it('ends with one error for a wrong token that names the setting', async () => {
    await expect(start(undefined, 'wrong.token')).rejects.toThrow(DiscordTokenError);
    await expect(running).rejects.toMatchObject({ remedy: expect.stringContaining('DISCORD_TOKEN') as string });
  });

  it('ends with the same error where only the gateway refuses the token', async () => {
    emulator.gateway.refuseNextIdentify(4004);
    await expect(start()).rejects.toThrow(DiscordTokenError);
  });

  it.each([4013, 4014])('ends with one error that names the switch for close code %i', async (closeCode) => {
    emulator.gateway.refuseNextIdentify(closeCode);
    await expect(start()).rejects.toThrow(DiscordIntentsError);
    await expect(running).rejects.toMatchObject({
      closeCode,
      remedy: expect.stringContaining('Gateway Intents') as string,
    });
  });

  it('names the switch, and the setting that does without, where the content of messages is not allowed', async () => {
    await expect(start(undefined, undefined, { messageContent: true })).rejects.toMatchObject({
      closeCode: 4014,
      message: expect.stringContaining('MessageContent') as string,
      remedy: expect.stringMatching(/Message Content Intent.*MESSAGE_CONTENT=off/) as string,
    });
  });

  it('asks for the content of messages only where it is told to', async () => {
    void start();
    await emulator.waitUntilReady();
    const identified = emulator.gateway.records.find(({ kind }) => kind === 'identify');
    // Guilds, GuildMessages, DirectMessages: events/gateway.mdx, "List of Intents".
    expect(identified).toMatchObject({ intents: (1 << 0) | (1 << 9) | (1 << 12) });
  });

  it('ends the connection where it is told to end while it logs in', async () => {
    void start();
    await emulator.waitFor('the login', () => emulator.requests.some(({ path }) => path === '/gateway/bot'));
    stop.abort();
    await running;
    const counted = (kind: string): number => emulator.gateway.records.filter((one) => one.kind === kind).length;
    await emulator.waitFor('the end', () => counted('identify') === 1 && counted('closed') === 1);
  });

  it.each([4010, 4011])('ends with one error that says to start it again for close code %i', async (closeCode) => {
    emulator.gateway.refuseNextIdentify(closeCode);
    await expect(start()).rejects.toThrow(DiscordShardsError);
    await expect(running).rejects.toMatchObject({
      closeCode,
      remedy: expect.stringContaining('Start it again') as string,
    });
  });

  it('ends when Discord closes the connection for good later', async () => {
    const end = start();
    await emulator.waitUntilReady();
    emulator.gateway.drop(4004);
    await expect(end).rejects.toThrow(DiscordTokenError);
  });

  it('says what else Discord refused with', async () => {
    emulator.failNext(/gateway\/bot/, new ApiError(403, 40001, 'Unauthorized'));
    await expect(start()).rejects.toThrow(DiscordRefusedError);
  });

  it('says that an address is not reachable', async () => {
    const apiUrl = await unusedAddress();
    const bot = runBot({
      engine: new FakeEngine(({ text }) => answered(text)),
      store: createMemoryStore(systemClock, { logQuestions: false, retentionDays: 90 }),
      commands: STANDING_COMMANDS,
      token: emulator.token,
      apiUrl,
      logger,
      clock: systemClock,
      signal: stop.signal,
    });
    await expect(bot).rejects.toThrow(DiscordUnreachableError);
    await expect(bot).rejects.toMatchObject({ message: expect.stringContaining(apiUrl) as string });
  });

  describe('deployCommands', () => {
    const deploy = (options: { readonly guild?: string; readonly dryRun?: boolean } = {}) =>
      deployCommands({
        commands: STANDING_COMMANDS,
        token: emulator.token,
        apiUrl: emulator.apiUrl,
        guild: options.guild ?? null,
        dryRun: options.dryRun ?? false,
      });

    it('writes once, and sees no change after it', async () => {
      expect(await deploy()).toMatchObject({ changed: true });
      expect(await deploy()).toMatchObject({ changed: false });
      expect(emulator.commands.get('global')?.map(({ name }) => name)).toEqual(STANDING_NAMES);
    });

    it('registers in one server, and sees no change after it', async () => {
      const { guild } = emulator.cast;
      expect(await deploy({ guild })).toMatchObject({ changed: true });
      expect(await deploy({ guild })).toMatchObject({ changed: false });
      expect([...emulator.commands.keys()]).toEqual([guild]);
    });

    it('writes nothing in a dry run', async () => {
      expect(await deploy({ dryRun: true })).toMatchObject({
        changed: true,
        commands: STANDING_NAMES.map((name) => ({ name })),
      });
      expect(emulator.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    });

    it('names the setting for a wrong token', async () => {
      const options = {
        commands: STANDING_COMMANDS,
        token: 'wrong',
        apiUrl: emulator.apiUrl,
        guild: null,
        dryRun: false,
      };
      await expect(deployCommands(options)).rejects.toThrow(DiscordTokenError);
    });
  });
});

function hold(): { readonly promise: Promise<void>; readonly release: () => void } {
  let release: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (release = resolve));
  return { promise, release: () => release() };
}

/** An address on which nothing listens any more. */
async function unusedAddress(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api`;
}
