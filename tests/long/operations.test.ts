import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BotProcess } from '../support/bot-process.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { FLAG_LOADING } from '../support/discord-emulator/message-board.js';
import { OperationsView } from '../support/operations-view.js';
import { freePort } from '../support/free-port.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';

describe('the operations port of the built program', () => {
  let emulator: DiscordEmulator;
  let bot: BotProcess | null;
  let view: OperationsView;

  const start = async (settings: Readonly<Record<string, string>> = {}): Promise<BotProcess> => {
    bot = await BotProcess.start(emulator, settings);
    return bot;
  };

  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ now: () => 0 });
    bot = null;
    view = new OperationsView(await freePort());
  });

  afterEach(async () => {
    await bot?.end();
    await emulator.close();
    expect(emulator.problems).toEqual([]);
    expect(bot?.errors ?? '').not.toContain(emulator.token);
  });

  it('is healthy before it is ready, counts what is asked, and says when it is stopping', async () => {
    const login = emulator.holdNext(/^GET \/gateway\/bot$/);
    const program = await start({ OPERATIONS_PORT: String(view.port), LOG_LEVEL: 'info' });
    expect((await program.untilLogged('operations-listening')).facts).toEqual({ host: '127.0.0.1', port: view.port });
    await login.arrived;
    expect(await view.health()).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await view.ready()).toMatchObject({ status: 503, body: { status: 'not ready' } });
    login.release();
    await view.untilReady();
    await emulator.waitUntilReady();

    const use = emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    await emulator.waitForMessage((one) => one.interaction === use && (one.flags & FLAG_LOADING) === 0);
    const asked = emulator.mention(QUESTION);
    await emulator.waitForMessage(({ repliesTo }) => repliesTo === asked);
    await program.untilLogged('discord-question-answered', 2);
    const metrics = await view.metrics();
    expect(metrics.value('yinju_questions_total', { way: 'command', outcome: 'answered' })).toBe(1);
    expect(metrics.value('yinju_questions_total', { way: 'mention', outcome: 'answered' })).toBe(1);
    expect(metrics.value('yinju_question_duration_seconds_count')).toBe(2);
    expect(metrics.value('yinju_answers_total', { kind: 'question', strength: 'strong' })).toBe(2);
    expect(metrics.value('yinju_gateway_events_total', { event: 'identified' })).toBe(1);
    expect(metrics.value('yinju_servers')).toBe(1);
    expect(metrics.value('yinju_index_documents')).toBe(7);
    expect(metrics.samples('yinju_part_ready').map(({ value }) => value)).toEqual([1, 1, 1]);
    expect(metrics.value('yinju_discord_responses_total', { status: '2xx' })).toBeGreaterThan(3);
    // Nothing of who asked what, nor of where the bot runs.
    const { user, guild, channel } = emulator.cast;
    for (const secret of [QUESTION, user.id, guild, channel, emulator.token, emulator.apiUrl])
      expect(view.seen).not.toContain(secret);

    emulator.gateway.drop(4000);
    await view.until(
      async () => (await view.metrics()).value('yinju_gateway_events_total', { event: 'resumed' }) === 1,
    );
    await view.untilReady();

    const reply = emulator.holdNext(/^POST \/channels\/\d+\/messages$/);
    emulator.mention(QUESTION);
    await reply.arrived;
    program.send('SIGTERM');
    await program.untilLogged('discord-stopping');
    expect(await view.ready()).toEqual({
      status: 503,
      body: { status: 'not ready', reasons: [{ part: 'process', reason: 'stopping' }] },
    });
    expect(await view.health()).toMatchObject({ status: 200 });
    reply.release();
    expect(await program.untilEnded()).toEqual({ code: 0, signal: null });
    await expect(view.health()).rejects.toThrow();
  });

  it('says in one sentence that the port is taken, before anything else is done', async () => {
    const other = createServer().listen(view.port, '127.0.0.1');
    await once(other, 'listening');
    const program = await start({ OPERATIONS_PORT: String(view.port) });
    expect(await program.untilEnded()).toEqual({ code: 1, signal: null });
    expect(program.errors).toContain(`The operations port ${view.port} on 127.0.0.1 cannot be opened (EADDRINUSE).`);
    expect(program.errors).toContain('OPERATIONS_PORT');
    expect(program.errors).not.toMatch(/^\s+at /m);
    expect(emulator.requests).toEqual([]);
    other.close();
  });
});
