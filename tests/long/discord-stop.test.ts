import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BotProcess } from '../support/bot-process.js';
import { buildIndexOnce, type BuiltIndex } from '../support/built-index.js';
import { RateLimited } from '../support/discord-emulator/api-error.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { FLAG_LOADING, textOf } from '../support/discord-emulator/message-board.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const THEME = '网络安全为人民，网络安全靠人民';
const CLEAN = { code: 0, signal: null };

/** An address that takes requests and never answers them. */
class SilentServer {
  requests = 0;
  readonly #http: Server;

  private constructor(http: Server, changed: () => void) {
    this.#http = http;
    http.on('request', () => {
      this.requests += 1;
      changed();
    });
  }

  static async start(changed: () => void): Promise<SilentServer> {
    const http = createServer();
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return new SilentServer(http, changed);
  }

  get url(): string {
    const address = this.#http.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api`;
  }

  async close(): Promise<void> {
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }
}

describe('the built program as a Discord bot, told to end', () => {
  let emulator: DiscordEmulator;
  let bot: BotProcess | null;
  let index: BuiltIndex;

  const start = async (settings: Readonly<Record<string, string>> = {}): Promise<BotProcess> => {
    bot = await BotProcess.start(emulator, { INDEX_DIR: index.folder, ...settings });
    return bot;
  };

  beforeAll(async () => {
    index = await buildIndexOnce();
  });

  afterAll(() => index.remove());

  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ now: () => 0 });
    bot = null;
  });

  afterEach(async () => {
    await bot?.end();
    await emulator.close();
    expect(emulator.problems).toEqual([]);
    expect(bot?.errors ?? '').not.toContain(emulator.token);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes what is in flight on %s, and takes nothing new', async (signal) => {
    const program = await start();
    await emulator.waitUntilReady();
    const edit = emulator.holdNext(/^PATCH .*\/@original$/);
    const interaction = emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    // The answer is on its way: Discord has it, and has not taken it yet.
    await edit.arrived;
    program.send(signal);
    const { facts } = await program.untilLogged('discord-stopping');
    expect(facts).toEqual({ questions: 1 });
    const late = emulator.mention(QUESTION);
    expect(program.ended).toBeNull();
    edit.release();
    expect(await program.untilEnded()).toEqual(CLEAN);

    expect(emulator.board.all.map((message) => [message.interaction, message.flags & FLAG_LOADING])).toEqual([
      [interaction, 0],
    ]);
    expect(emulator.board.all.map(textOf).join()).toContain(THEME);
    expect(emulator.board.all.map(({ repliesTo }) => repliesTo)).not.toContain(late);
    expect(emulator.gateway.records.at(-1)).toEqual({ kind: 'closed', code: 1000 });
  });

  it('answers all that the engine has before it', async () => {
    const program = await start();
    await emulator.waitUntilReady();
    // 20 users at once: some are answered, some wait for the engine, some for their turn.
    const asked = Array.from({ length: 20 }, () => emulator.mention(QUESTION, { user: emulator.addUser() }));
    await emulator.waitFor('the first typing', () => emulator.requests.some(({ path }) => path.endsWith('/typing')));
    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual(CLEAN);
    const answered = emulator.board.all.filter((message) => textOf(message).includes(THEME));
    const stopping = program.logged('discord-stopping')[0]?.facts;
    expect(stopping?.questions).toBeGreaterThan(0);
    // Those that Discord had sent before the signal came were taken, and each was answered once.
    expect(new Set(answered.map(({ repliesTo }) => repliesTo)).size).toBe(answered.length);
    expect(answered.length).toBe(emulator.requests.filter(({ path }) => path.endsWith('/typing')).length);
    expect(asked).toEqual(expect.arrayContaining(answered.map(({ repliesTo }) => repliesTo)));
  });

  it('gives up a question that Discord does not let it finish', async () => {
    const program = await start();
    await emulator.waitUntilReady();
    const edit = emulator.holdNext(/^PATCH .*\/@original$/);
    emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    await edit.arrived;
    program.send('SIGTERM');
    await program.untilLogged('discord-stopping');
    expect(await program.untilEnded()).toEqual(CLEAN);
    expect(program.logged('discord-questions-dropped').map(({ facts }) => facts)).toEqual([{ questions: 1 }]);
    edit.release();
  });

  it('ends while the index is being built', async () => {
    const program = await start({ INDEX_DIR: join(await temporaryFolder(), 'index') });
    await emulator.waitFor('the build', () => program.errors.includes('index'));
    expect(emulator.gateway.records).toEqual([]);
    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual(CLEAN);
    expect(emulator.gateway.records).toEqual([]);
  });

  it('ends while Discord does not answer', async () => {
    const silent = await SilentServer.start(() => emulator.wake());
    try {
      const program = await start({ DISCORD_API_URL: silent.url });
      await emulator.waitFor('a request', () => silent.requests > 0);
      program.send('SIGTERM');
      expect(await program.untilEnded()).toEqual(CLEAN);
    } finally {
      await silent.close();
    }
  });

  it('ends while Discord makes it wait', async () => {
    emulator.failNext(/^GET \/applications\/\d+\/commands$/, new RateLimited(60, true));
    const program = await start();
    await emulator.waitFor('the refusal', () => emulator.requests.some(({ status }) => status === 429));
    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual(CLEAN);
  });
});
