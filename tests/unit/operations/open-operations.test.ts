import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { BotState } from '../../../src/discord/bot-observer.js';
import type { ManagerChannel } from '../../../src/operations/manager-channel.js';
import { openOperations } from '../../../src/operations/open-operations.js';
import type { Operations } from '../../../src/operations/operations.js';
import type { WatchedParts } from '../../../src/operations/this-process.js';
import { asObject } from '../../support/discord-emulator/json.js';
import { RecordingLogger } from '../../support/discord-emulator/recording-logger.js';
import { ReadMetrics } from '../../support/read-metrics.js';

const HOST = '127.0.0.1';
const WELL: WatchedParts = {
  engine: { summary: () => Promise.resolve({ generation: '000002', documents: 7, passages: 110 }) },
  store: { ping: () => Promise.resolve() },
};
const STATE: BotState = {
  connected: true,
  heartbeat: null,
  servers: 3,
  queue: { waiting: 0, running: 0 },
  inFlight: 0,
};

/** What a page says: its status, and its body as JSON where it is that. */
interface Seen {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** Some processes of one bot on one clock; the first has the port. */
class Bot {
  readonly stop = new AbortController();
  readonly logger = new RecordingLogger();
  readonly #opened: Operations[] = [];
  now = 0;

  async open(manager: ManagerChannel | null = null): Promise<Operations> {
    const operations = await openOperations({
      address: { host: HOST, port: 0 },
      manager,
      logger: this.logger,
      clock: { now: () => new Date(0), monotonic: () => this.now },
      signal: manager === null ? this.stop.signal : new AbortController().signal,
    });
    this.#opened.push(operations);
    return operations;
  }

  async see(path: string): Promise<Seen> {
    const port = this.logger.lines.find(({ event }) => event === 'operations-listening')?.facts['port'];
    const response = await fetch(`http://${HOST}:${String(port)}${path}`);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  }

  async ready(): Promise<readonly [status: number, body: unknown]> {
    const { status, text } = await this.see('/ready');
    return [status, JSON.parse(text)];
  }

  async metrics(): Promise<ReadMetrics> {
    return new ReadMetrics((await this.see('/metrics')).text);
  }

  async close(): Promise<void> {
    for (const operations of this.#opened) await operations.close();
  }
}

/** A channel between a manager and a shard, over which only what JSON can say arrives. */
class Channel extends EventEmitter implements ManagerChannel {
  connected = true;
  readonly #received: (message: unknown) => void;

  constructor(received: (message: unknown) => void) {
    super();
    this.#received = received;
  }

  send = (message: unknown): boolean => {
    this.#received(JSON.parse(JSON.stringify(message)));
    return true;
  };

  /** Asks the shard as its manager does. */
  ask(question: string): void {
    this.emit('message', { yinju: 'question', id: 1, question });
  }
}

describe('openOperations', () => {
  let bot: Bot;
  afterEach(() => bot.close());

  it('is healthy from the moment that it opens, and ready when all parts are', async () => {
    bot = new Bot();
    const operations = await bot.open();
    bot.now = 61_900;
    expect(JSON.parse((await bot.see('/health')).text)).toEqual({ status: 'ok', uptimeSeconds: 61 });
    expect(await bot.ready()).toEqual([
      503,
      {
        status: 'not ready',
        reasons: [
          { part: 'gateway', reason: 'not-open' },
          { part: 'engine', reason: 'not-open' },
          { part: 'store', reason: 'not-open' },
        ],
      },
    ]);
    operations.watch(WELL);
    operations.observer.began(() => ({ ...STATE, connected: false }));
    expect(await bot.ready()).toEqual([
      503,
      { status: 'not ready', reasons: [{ part: 'gateway', reason: 'not-connected' }] },
    ]);
    operations.observer.began(() => STATE);
    expect(await bot.ready()).toEqual([200, { status: 'ready' }]);
  });

  it('stays healthy and is no longer ready when it is told to end', async () => {
    bot = new Bot();
    const operations = await bot.open();
    operations.watch(WELL);
    operations.observer.began(() => STATE);
    bot.stop.abort();
    expect(await bot.ready()).toEqual([
      503,
      { status: 'not ready', reasons: [{ part: 'process', reason: 'stopping' }] },
    ]);
    expect((await bot.see('/health')).status).toBe(200);
  });

  it('shows metrics as Prometheus reads them', async () => {
    bot = new Bot();
    const operations = await bot.open();
    operations.watch(WELL);
    operations.observer.settled({ way: 'channel', outcome: 'answered', milliseconds: 30 });
    expect((await bot.see('/metrics')).type).toBe('text/plain; version=0.0.4; charset=utf-8');
    const metrics = await bot.metrics();
    expect(metrics.value('yinju_questions_total', { way: 'channel', outcome: 'answered' })).toBe(1);
    expect(metrics.value('yinju_index_passages')).toBe(110);
    expect(metrics.value('yinju_part_ready', { part: 'gateway' })).toBe(0);
    expect(metrics.value('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  describe('as the manager of shards', () => {
    /** A bot of two shards, of which the second may be silent. */
    const divided = async (silent: boolean): Promise<readonly Operations[]> => {
      bot = new Bot();
      const manager = await bot.open();
      const answers: unknown[] = [undefined, undefined];
      const channels = [0, 1].map((id) => new Channel((message) => (answers[id] = message)));
      const shards = await Promise.all(channels.map((channel) => bot.open(channel)));
      for (const shard of shards) {
        shard.watch(WELL);
        shard.observer.began(() => STATE);
      }
      manager.watchShards(async (question) => {
        answers.fill(undefined);
        channels.slice(0, silent ? 1 : 2).forEach((channel) => channel.ask(question));
        while (answers[0] === undefined || (answers[1] === undefined && !silent)) await new Promise(setImmediate);
        return answers.map((message) => (message === undefined ? undefined : asObject(message).answer));
      });
      return shards;
    };

    it('opens one port, and is ready only when all shards are', async () => {
      const [, second] = await divided(false);
      expect(bot.logger.lines.filter(({ event }) => event === 'operations-listening')).toHaveLength(1);
      expect(await bot.ready()).toEqual([200, { status: 'ready' }]);
      second?.watch({ ...WELL, store: { ping: () => Promise.reject(new Error('gone')) } });
      expect(await bot.ready()).toEqual([
        503,
        { status: 'not ready', reasons: [{ part: 'store', reason: 'failed', shard: 1 }] },
      ]);
    });

    it('names a shard that says nothing', async () => {
      await divided(true);
      expect(await bot.ready()).toEqual([
        503,
        { status: 'not ready', reasons: [{ part: 'process', reason: 'no-answer', shard: 1 }] },
      ]);
      const metrics = await bot.metrics();
      expect(metrics.value('yinju_shard_up', { shard: '0' })).toBe(1);
      expect(metrics.value('yinju_shard_up', { shard: '1' })).toBe(0);
    });

    it('shows the metrics of all, each under its shard, and its own without those of a bot', async () => {
      const [first, second] = await divided(false);
      first?.observer.settled({ way: 'mention', outcome: 'answered', milliseconds: 5 });
      second?.observer.settled({ way: 'mention', outcome: 'answered', milliseconds: 5 });
      second?.observer.settled({ way: 'mention', outcome: 'answered', milliseconds: 5 });
      const metrics = await bot.metrics();
      const answered = { way: 'mention', outcome: 'answered' };
      expect(metrics.value('yinju_questions_total', { ...answered, shard: '0' })).toBe(1);
      expect(metrics.value('yinju_questions_total', { ...answered, shard: '1' })).toBe(2);
      expect(metrics.samples('yinju_servers').map(({ labels }) => labels['shard'])).toEqual(['0', '1']);
      expect(metrics.samples('process_resident_memory_bytes').map(({ labels }) => labels['shard'])).toEqual([
        'manager',
        '0',
        '1',
      ]);
    });
  });

  it('leaves messages of discord.js alone, and is silent where the manager has gone', async () => {
    bot = new Bot();
    const received: unknown[] = [];
    const channel = new Channel((message) => received.push(message));
    await bot.open(channel);
    for (const message of [null, 'ready', { _eval: 'this' }, { yinju: 'question', id: 1, question: 'token' }])
      channel.emit('message', message);
    channel.connected = false;
    channel.ask('readiness');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(received).toEqual([]);
  });
});
