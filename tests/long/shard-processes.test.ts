import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiscordShardsError, DiscordTokenError, ShardFailedError } from '../../src/discord/gateway/discord-errors.js';
import { STOP_MILLISECONDS } from '../../src/discord/sharding/keep-shard.js';
import { runShards } from '../../src/discord/sharding/run-shards.js';
import type { ShardQuestions } from '../../src/discord/sharding/shard-questions.js';
import { systemClock } from '../../src/shared/clock.js';
import type { Pause } from '../../src/shared/pause.js';
import { whenAborted } from '../../src/shared/when-aborted.js';
import { unauthorized, unknownChannel } from '../support/discord-emulator/api-error.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { RecordingLogger } from '../support/discord-emulator/recording-logger.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SCRIPT = join(import.meta.dirname, '..', 'support', 'shard-child.js');

/** Whether a process is there. */
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('runShards', () => {
  let emulator: DiscordEmulator;
  let logger: RecordingLogger;
  let folder: string;
  let stop: AbortController;
  let pauses: number[];
  /** How long a process that was told to end may take: for ever unless a test says otherwise. */
  let patience: Pause;
  let running: Promise<boolean>;
  /** What asks the shards, where the bot is divided. */
  let questions: ShardQuestions | null;

  // No pause takes time: that between two shards, and that before a shard is started again, are looked at.
  const pause: Pause = (milliseconds, signal) => {
    if (milliseconds === STOP_MILLISECONDS) return patience(milliseconds, signal);
    pauses.push(milliseconds);
    return Promise.resolve();
  };

  const start = (shards: number): Promise<boolean> => {
    emulator.recommend({ shards, maxConcurrency: 1 });
    running = runShards({
      program: { script: SCRIPT, arguments: [folder], nodeArguments: [] },
      token: emulator.token,
      apiUrl: emulator.apiUrl,
      onDivided: (given) => {
        questions = given;
      },
      logger,
      clock: systemClock,
      pause,
      signal: stop.signal,
    });
    running.catch(() => undefined);
    return running;
  };

  const ask = (question: string, milliseconds = 20_000): Promise<readonly unknown[]> => {
    if (questions === null) throw new Error('The bot is not divided');
    return questions.ask(question, milliseconds);
  };

  const ready = (): readonly (readonly [shard: unknown, pid: number])[] =>
    logger.lines
      .filter(({ event }) => event === 'shard-ready')
      .map(({ facts }) => [facts.shard, Number(facts.pid)] as const);

  /** The process of the nth shard that got ready, as soon as it has. */
  const readyProcess = async (nth: number): Promise<number> => {
    await emulator.waitFor(`${nth} shards that are ready`, () => ready().length >= nth);
    return ready()[nth - 1]?.[1] ?? 0;
  };

  beforeEach(async () => {
    emulator = await DiscordEmulator.start();
    logger = new RecordingLogger(() => emulator.wake());
    folder = await temporaryFolder();
    stop = new AbortController();
    pauses = [];
    patience = async (_, signal) => {
      await whenAborted(signal);
      throw new Error('The process ended by itself');
    };
    running = Promise.resolve(false);
    questions = null;
  });

  afterEach(async () => {
    stop.abort();
    await running.catch(() => undefined);
    await emulator.close();
    // Whatever a test was about: no process is left, and the token is in no log.
    expect(ready().filter(([, pid]) => lives(pid))).toEqual([]);
    expect(logger.text).not.toContain(emulator.token);
    // discord.js sets them for the processes that it starts.
    delete process.env['SHARDING_MANAGER'];
    delete process.env['SHARDING_MANAGER_MODE'];
    delete process.env['DISCORD_TOKEN'];
  });

  it('starts nothing where one process is enough', async () => {
    expect(await start(1)).toBe(false);
    expect(logger.lines).toEqual([]);
    expect(questions).toBeNull();
  });

  it('starts one shard after another, and ends all', async () => {
    void start(3);
    await emulator.waitFor('all', () => logger.lines.some(({ event }) => event === 'shards-started'));
    expect(ready().map(([shard]) => shard)).toEqual([0, 1, 2]);
    expect(pauses.filter((milliseconds) => milliseconds >= 5000)).toHaveLength(2);
    stop.abort();
    expect(await running).toBe(true);
    expect(ready().map(([, pid]) => lives(pid))).toEqual([false, false, false]);
  });

  it('asks all shards the same, and tells which says nothing in time', async () => {
    void start(3);
    await emulator.waitFor('all', () => logger.lines.some(({ event }) => event === 'shards-started'));
    expect(await ask('weather')).toEqual(['weather of 0', 'weather of 1', 'weather of 2']);
    expect(await Promise.all([ask('one'), ask('two')])).toEqual([
      ['one of 0', 'one of 1', 'one of 2'],
      ['two of 0', 'two of 1', 'two of 2'],
    ]);
    await writeFile(join(folder, 'silent-1'), '');
    expect(await ask('weather', 2000)).toEqual(['weather of 0', undefined, 'weather of 2']);
  });

  it('asks no shard that has ended', async () => {
    void start(2);
    await readyProcess(2);
    stop.abort();
    await running;
    expect(await ask('weather')).toEqual([undefined, undefined]);
  });

  it('replaces a shard that died: at once the first time, then after a growing pause', async () => {
    void start(2);
    await readyProcess(2);
    pauses = [];
    for (const nth of [2, 3, 4]) {
      process.kill(await readyProcess(nth), 'SIGKILL');
      await readyProcess(nth + 1);
    }
    expect(pauses).toEqual([1000, 2000]);
    expect(ready().map(([shard]) => shard)).toEqual([0, 1, 1, 1, 1]);
    expect(lives(await readyProcess(1))).toBe(true);
  });

  it('ends all where a shard fails before it was ready for the first time', async () => {
    void start(2);
    await readyProcess(1);
    await writeFile(join(folder, 'fail'), '');
    await expect(running).rejects.toThrow(new ShardFailedError(1));
  });

  it('says so where a shard cannot start again because Discord wants more of them', async () => {
    void start(2);
    const pid = await readyProcess(2);
    await writeFile(join(folder, 'fail'), '');
    emulator.recommend({ shards: 3, maxConcurrency: 1 });
    process.kill(pid, 'SIGKILL');
    await expect(running).rejects.toThrow(DiscordShardsError);
  });

  it('says so where a shard cannot start again because the token is no longer valid', async () => {
    void start(2);
    const pid = await readyProcess(2);
    await writeFile(join(folder, 'fail'), '');
    emulator.failNext(/^GET \/gateway\/bot$/, unauthorized());
    process.kill(pid, 'SIGKILL');
    await expect(running).rejects.toThrow(DiscordTokenError);
  });

  it('tries again where a shard cannot start and Discord does not say why', async () => {
    void start(2);
    const pid = await readyProcess(2);
    await writeFile(join(folder, 'fail'), '');
    emulator.failNext(/^GET \/gateway\/bot$/, unknownChannel());
    process.kill(pid, 'SIGKILL');
    await emulator.waitFor('a look', () => logger.lines.some(({ event }) => event === 'shards-not-checked'));
    await rm(join(folder, 'fail'));
    await readyProcess(3);
  });

  it('cuts off a shard that does not end in time', async () => {
    await writeFile(join(folder, 'stubborn'), '');
    patience = () => Promise.resolve();
    void start(2);
    const pids = [await readyProcess(1), await readyProcess(2)];
    stop.abort();
    expect(await running).toBe(true);
    expect(pids.filter(lives)).toEqual([]);
  });
});
