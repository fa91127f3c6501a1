import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BotProcess } from '../support/bot-process.js';
import { buildIndexOnce, type BuiltIndex } from '../support/built-index.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { textOf } from '../support/discord-emulator/message-board.js';
import type { ServerPlace } from '../support/discord-emulator/gateway-events.js';
import { shardFor } from '../support/discord-emulator/gateway.js';
import { OperationsView } from '../support/operations-view.js';
import { freePort } from '../support/free-port.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const THEME = '网络安全为人民，网络安全靠人民';
const CLEAN = { code: 0, signal: null };

/** Whether a process is there. */
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the built program as a bot of two shards', () => {
  let emulator: DiscordEmulator;
  let bot: BotProcess;
  let index: BuiltIndex;
  let view: OperationsView;
  /** One server of each shard, by its id. */
  let servers: readonly ServerPlace[];

  /** Ids of the processes of the shards that got ready, in order. */
  const pids = (): readonly number[] => bot.logged('shard-ready').map(({ facts }) => Number(facts.pid));
  const secondPid = (): number => {
    const [, pid] = pids();
    if (pid === undefined) throw new Error('No second shard was ever ready');
    return pid;
  };

  const answersIn = async (server: ServerPlace): Promise<void> => {
    const asked = emulator.mention(QUESTION, { server });
    const reply = await emulator.waitForMessage(({ repliesTo }) => repliesTo === asked);
    expect(textOf(reply)).toContain(THEME);
  };

  beforeAll(async () => {
    index = await buildIndexOnce();
  });

  afterAll(() => index.remove());

  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ now: () => 0, sharding: { shards: 2, maxConcurrency: 16 } });
    const all = [{ guild: emulator.cast.guild, channel: emulator.cast.channel }, emulator.addServer()];
    servers = [0, 1].flatMap((id) => all.filter(({ guild }) => shardFor(guild, 2) === id));
    view = new OperationsView(await freePort());
    bot = await BotProcess.start(emulator, { INDEX_DIR: index.folder, OPERATIONS_PORT: String(view.port) });
    await bot.untilLogged('shard-ready');
    await bot.untilLogged('shards-started');
    await emulator.waitFor('both shards', () => emulator.gateway.connectedShards.join() === '0,1');
    await emulator.waitFor('commands', () => emulator.commands.size > 0);
  });

  afterEach(async () => {
    await bot.end();
    await emulator.close();
    expect(emulator.problems).toEqual([]);
    expect(bot.errors).not.toContain(emulator.token);
  });

  it('answers in the servers of both, registers its commands once, and ends on SIGTERM', async () => {
    expect(servers).toHaveLength(2);
    for (const server of servers) await answersIn(server);
    const direct = emulator.directMessage(QUESTION);
    await emulator.waitForMessage(({ repliesTo }) => repliesTo === direct);
    for (const server of servers) {
      const use = emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN', server });
      await emulator.waitForMessage((one) => one.interaction === use && textOf(one).includes(THEME));
    }
    expect(emulator.board.all).toHaveLength(5);
    expect(emulator.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
      `/applications/${emulator.cast.application}/commands`,
    ]);
    const identified = emulator.gateway.records.flatMap((one) => (one.kind === 'identify' ? [one.shard] : []));
    expect(identified).toEqual([
      [0, 2],
      [1, 2],
    ]);

    bot.send('SIGTERM');
    expect(await bot.untilEnded()).toEqual(CLEAN);
    expect(pids().filter(lives)).toEqual([]);
    expect(emulator.gateway.records.filter(({ kind }) => kind === 'closed')).toEqual([
      { kind: 'closed', code: 1000 },
      { kind: 'closed', code: 1000 },
    ]);
  });

  it('starts a shard again that died, while the other answers on', async () => {
    const [first, second] = servers;
    if (first === undefined || second === undefined) throw new Error('Two servers are needed');
    process.kill(secondPid(), 'SIGKILL');
    await bot.untilLogged('shard-ended');
    await answersIn(first);
    await bot.untilLogged('shard-ready', 3);
    await answersIn(second);
    expect(pids()[0]).toSatisfy(lives);
    expect(bot.ended).toBeNull();
  });

  it('shows both on the one port of their manager, and is ready only when both are', async () => {
    const [first, second] = servers;
    if (first === undefined || second === undefined) throw new Error('Two servers are needed');
    await view.untilReady();
    await answersIn(first);
    await answersIn(second);
    await answersIn(second);
    await bot.untilLogged('discord-question-answered', 3);
    const metrics = await view.metrics();
    const answered = { way: 'mention', outcome: 'answered' };
    expect(metrics.value('yinju_questions_total', { ...answered, shard: '0' })).toBe(1);
    expect(metrics.value('yinju_questions_total', { ...answered, shard: '1' })).toBe(2);
    expect(metrics.samples('yinju_servers').map(({ value }) => value)).toEqual([1, 1]);
    expect(metrics.samples('process_resident_memory_bytes').map(({ labels }) => labels['shard'])).toEqual([
      'manager',
      '0',
      '1',
    ]);

    process.kill(secondPid(), 'SIGSTOP');
    expect(await view.ready()).toEqual({
      status: 503,
      body: { status: 'not ready', reasons: [{ part: 'process', reason: 'no-answer', shard: 1 }] },
    });
    expect((await view.metrics()).samples('yinju_shard_up').map(({ value }) => value)).toEqual([1, 0]);
    process.kill(secondPid(), 'SIGKILL');
    await bot.untilLogged('shard-ready', 3);
    await view.untilReady();
  });

  it('finishes what both have in flight when all their processes are told to end at once', async () => {
    const held = servers.map(() => emulator.holdNext(/^POST \/channels\/\d+\/messages$/));
    const asked = servers.map((server) => emulator.mention(QUESTION, { server }));
    await Promise.all(held.map(({ arrived }) => arrived));
    bot.sendToGroup('SIGTERM');
    await bot.untilLogged('discord-stopping', 2);
    for (const { release } of held) release();
    expect(await bot.untilEnded()).toEqual(CLEAN);
    const answered = emulator.board.all.map(({ repliesTo }) => repliesTo);
    expect(new Set(answered)).toEqual(new Set(asked));
    expect(answered).toHaveLength(2);
    expect(pids().filter(lives)).toEqual([]);
  });

  it('leaves no shard behind when it is killed itself', async () => {
    bot.send('SIGKILL');
    await bot.untilLogged('discord-stopping', 2);
    await emulator.waitFor('the end of both', () => emulator.gateway.connectedShards.length === 0);
  });
});
