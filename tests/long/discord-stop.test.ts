import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndexOnce, type BuiltIndex } from '../support/built-index.js';
import { RateLimited } from '../support/discord-emulator/api-error.js';
import { FLAG_LOADING, textOf } from '../support/discord-emulator/message-board.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { testedProgram } from '../support/tested-program.js';

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
  let index: BuiltIndex;
  const tested = testedProgram(() => ({ INDEX_DIR: index.folder }));
  const { start } = tested;

  beforeAll(async () => {
    index = await buildIndexOnce();
  });
  afterAll(() => index.remove());

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes what is in flight on %s, and takes nothing new', async (signal) => {
    const program = await start();
    await tested.emulator.waitUntilReady();
    const edit = tested.emulator.holdNext(/^PATCH .*\/@original$/);
    const interaction = tested.emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    // The answer is on its way: Discord has it, and has not taken it yet.
    await edit.arrived;
    program.send(signal);
    const { facts } = await program.untilLogged('discord-stopping');
    expect(facts).toEqual({ questions: 1 });
    const late = tested.emulator.mention(QUESTION);
    expect(program.ended).toBeNull();
    edit.release();
    expect(await program.untilEnded()).toEqual(CLEAN);

    expect(tested.emulator.board.all.map((message) => [message.interaction, message.flags & FLAG_LOADING])).toEqual([
      [interaction, 0],
    ]);
    expect(tested.emulator.board.all.map(textOf).join()).toContain(THEME);
    expect(tested.emulator.board.all.map(({ repliesTo }) => repliesTo)).not.toContain(late);
    expect(tested.emulator.gateway.records.at(-1)).toEqual({ kind: 'closed', code: 1000 });
  });

  it('answers all that the engine has before it', async () => {
    const program = await start();
    await tested.emulator.waitUntilReady();
    // 20 users at once: some are answered, some wait for the engine, some for their turn.
    const asked = Array.from({ length: 20 }, () =>
      tested.emulator.mention(QUESTION, { user: tested.emulator.addUser() }),
    );
    await tested.emulator.waitFor('the first typing', () =>
      tested.emulator.requests.some(({ path }) => path.endsWith('/typing')),
    );
    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual(CLEAN);
    const answered = tested.emulator.board.all.filter((message) => textOf(message).includes(THEME));
    const stopping = program.logged('discord-stopping')[0]?.facts;
    expect(stopping?.questions).toBeGreaterThan(0);
    // Those that Discord had sent before the signal came were taken, and each was answered once.
    expect(new Set(answered.map(({ repliesTo }) => repliesTo)).size).toBe(answered.length);
    expect(answered.length).toBe(tested.emulator.requests.filter(({ path }) => path.endsWith('/typing')).length);
    expect(asked).toEqual(expect.arrayContaining(answered.map(({ repliesTo }) => repliesTo)));
  });

  it('gives up a question that Discord does not let it finish', async () => {
    const program = await start();
    await tested.emulator.waitUntilReady();
    const edit = tested.emulator.holdNext(/^PATCH .*\/@original$/);
    tested.emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    await edit.arrived;
    program.send('SIGTERM');
    await program.untilLogged('discord-stopping');
    expect(await program.untilEnded()).toEqual(CLEAN);
    expect(program.logged('discord-questions-dropped').map(({ facts }) => facts)).toEqual([{ questions: 1 }]);
    edit.release();
  });

  it('ends while the index is being built', async () => {
    const program = await start({ INDEX_DIR: join(await temporaryFolder(), 'index') });
    await tested.emulator.waitFor('the build', () => program.errors.includes('index'));
    expect(tested.emulator.gateway.records).toEqual([]);
    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual(CLEAN);
    expect(tested.emulator.gateway.records).toEqual([]);
  });

  it('ends while Discord does not answer', async () => {
    const silent = await SilentServer.start(() => tested.emulator.wake());
    try {
      const program = await start({ DISCORD_API_URL: silent.url });
      await tested.emulator.waitFor('a request', () => silent.requests > 0);
      program.send('SIGTERM');
      expect(await program.untilEnded()).toEqual(CLEAN);
    } finally {
      await silent.close();
    }
  });

  it('ends while Discord makes it wait', async () => {
    tested.emulator.failNext(/^GET \/applications\/\d+\/commands$/, new RateLimited(60, true));
    const program = await start();
    await tested.emulator.waitFor('the refusal', () => tested.emulator.requests.some(({ status }) => status === 429));
    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual(CLEAN);
  });
});
