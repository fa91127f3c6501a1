import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.js';
import { answerTo, answersTo } from '../support/discord-emulator/answers-to.js';
import type { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import type { GatewayRecord } from '../support/discord-emulator/gateway.js';
import { textOf } from '../support/discord-emulator/message-board.js';
import { startProgram } from '../support/start-program.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const THEME = '网络安全为人民，网络安全靠人民';
/** Long enough for a busy machine, short enough that a lost acknowledgement is soon noticed. */
const HEARTBEAT_MILLISECONDS = 1000;

describe('the built program as a Discord bot, whose connection', () => {
  let emulator: DiscordEmulator;
  let bot: BotProcess;
  let end: () => Promise<void>;

  const count = (kind: GatewayRecord['kind']): number =>
    emulator.gateway.records.filter((record) => record.kind === kind).length;
  /** Each time somebody else, so that nobody asks too often. */
  const ask = (): string => emulator.mention(QUESTION, { user: emulator.addUser() });
  /** Resolves when that has happened once more. */
  const once = async (kind: GatewayRecord['kind'], happen: () => void): Promise<void> => {
    const before = count(kind);
    happen();
    await emulator.waitFor(kind, () => count(kind) > before && emulator.gateway.connected);
  };
  const answersOnce = async (asked: string): Promise<void> => {
    expect(textOf(await answerTo(emulator, asked))).toContain(THEME);
    // Whatever might come a second time has come before the answer to what is asked now.
    await answerTo(emulator, ask());
    expect(answersTo(emulator, asked)).toHaveLength(1);
  };

  beforeAll(async () => {
    ({ emulator, bot, end } = await startProgram({
      now: () => 0,
      heartbeatMilliseconds: HEARTBEAT_MILLISECONDS,
      // One IDENTIFY in five seconds, or the session is invalid (events/gateway.mdx, "Rate Limiting").
      sharding: { shards: 1, maxConcurrency: 1 },
    }));
    await emulator.waitUntilReady();
  });
  afterAll(() => end());

  afterEach(() => {
    expect(bot.ended).toBeNull();
    expect(bot.logged('discord-event-failed')).toEqual([]);
  });

  it.each([4000, 4001, 4009])('is closed with %i answers what it missed', async (code) => {
    emulator.gateway.drop(code);
    await emulator.waitFor('the cut', () => !emulator.gateway.connected);
    await answersOnce(ask());
  });

  it('is closed with 4008, after which nothing can be resumed, begins anew', async () => {
    await once('identify', () => emulator.gateway.drop(4008));
    await answersOnce(ask());
  });

  it('is asked to be made again does so, and misses nothing', async () => {
    let asked = '';
    await once('resume', () => {
      emulator.gateway.askToReconnect();
      asked = ask();
    });
    await answersOnce(asked);
  });

  it('is asked for a heartbeat gives one at once', async () => {
    await once('heartbeat', () => emulator.gateway.askForHeartbeat());
    await answersOnce(ask());
  });

  it('has become a zombie is given up, and nothing is missed', async () => {
    let asked = '';
    await once('resume', () => {
      emulator.gateway.turnIntoZombies();
      asked = ask();
    });
    await answersOnce(asked);
  });

  it('lost a session that can be resumed resumes it', async () => {
    await once('resume', () => emulator.gateway.invalidate(true));
    await answersOnce(ask());
  });

  it('may not be resumed at first tries again', async () => {
    const before = count('identify');
    emulator.gateway.refuseNextResume(true);
    await once('resume', () => emulator.gateway.drop(4000));
    await emulator.waitFor('the second RESUME', () => emulator.gateway.connected);
    await answersOnce(ask());
    expect(count('identify')).toBe(before);
  });

  it('may not be resumed at all begins anew', async () => {
    emulator.gateway.refuseNextResume(false);
    await once('identify', () => emulator.gateway.drop(4000));
    await answersOnce(ask());
  });

  it('lost its session begins anew, never sooner than the limit allows', async () => {
    await once('identify', () => emulator.gateway.invalidate(false));
    await answersOnce(ask());
    // Too soon an IDENTIFY would have been refused, and another one been necessary: the start, 4008, and the last two tests.
    expect(count('identify')).toBe(4);
  });
});
