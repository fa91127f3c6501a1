import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.js';
import { answerTo, answersTo } from '../support/discord-emulator/answers-to.js';
import { ApiError, RateLimited } from '../support/discord-emulator/api-error.js';
import type { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { FLAG_LOADING, textOf } from '../support/discord-emulator/message-board.js';
import { startProgram } from '../support/start-program.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const THEME = '网络安全为人民，网络安全靠人民';
const MINUTE = 60_000;
const SLOW_MILLISECONDS = 300;

const ACKNOWLEDGEMENT = /\/(?:callback|typing)$/;
const ANSWER = /\/(?:@original|messages)$/;
const error = (status: number): ApiError => new ApiError(status, 0, `${status}: Internal Server Error`);

/** What goes wrong once with a request of the bot; none of it is to be seen by whoever asked. */
const FAULTS: readonly (readonly [name: string, happen: (emulator: DiscordEmulator, request: RegExp) => void])[] = [
  ['429 for the route', (emulator, request) => emulator.failNext(request, new RateLimited(0.05, false))],
  ['429 for everything', (emulator, request) => emulator.failNext(request, new RateLimited(0.05, true))],
  ['500', (emulator, request) => emulator.failNext(request, error(500))],
  ['502', (emulator, request) => emulator.failNext(request, error(502))],
  ['502, and it is done', (emulator, request) => emulator.failNext(request, error(502), { done: true })],
  [
    'six times 502',
    (emulator, request) => Array.from({ length: 6 }).forEach(() => emulator.failNext(request, error(502))),
  ],
  ['no answer', (emulator, request) => emulator.cutNext(request, 'before the answer', { done: false })],
  ['no answer, and it is done', (emulator, request) => emulator.cutNext(request, 'before the answer', { done: true })],
  ['half an answer', (emulator, request) => emulator.cutNext(request, 'in the answer', { done: true })],
  [
    'an answer after a while',
    (emulator, request) => {
      const held = emulator.holdNext(request);
      void held.arrived.then(() => setTimeout(held.release, SLOW_MILLISECONDS));
    },
  ],
];

describe('the built program as a Discord bot', () => {
  let emulator: DiscordEmulator;
  let bot: BotProcess;
  let end: () => Promise<void>;
  /** The time of Discord: it stands still, so that nothing expires unless a test lets it. */
  let now = 0;

  /** Each time somebody else, so that nobody asks too often. */
  const mention = (): string => emulator.mention(QUESTION, { user: emulator.addUser() });
  const command = (): string =>
    emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, user: emulator.addUser(), locale: 'zh-CN' });
  const answersOnce = async (asked: string): Promise<void> => {
    expect(textOf(await answerTo(emulator, asked))).toContain(THEME);
    expect(answersTo(emulator, asked)).toHaveLength(1);
  };
  const undelivered = (): number => bot.logged('discord-reply-failed').length;
  /** The reason why an answer was not delivered: the next one in the log. */
  const reasonAfter = async (happen: () => void | Promise<void>): Promise<unknown> => {
    const before = undelivered();
    await happen();
    return (await bot.untilLogged('discord-reply-failed', before + 1)).facts.reason;
  };

  beforeAll(async () => {
    ({ emulator, bot, end } = await startProgram({ now: () => now, guildLocale: 'zh-CN' }, { LOG_LEVEL: 'debug' }));
    await emulator.waitUntilReady();
  });
  afterAll(() => end());

  afterEach(async () => {
    emulator.restrict(emulator.cast.channel, null);
    await answerTo(emulator, mention());
    expect(bot.logged('discord-event-failed')).toEqual([]);
  });

  describe.each([
    ['its acknowledgement', ACKNOWLEDGEMENT],
    ['its answer', ANSWER],
  ])('to which Discord gives, for %s,', (_, request) => {
    it.each(FAULTS)('%s answers a command and a mention once each', async (name, happen) => {
      const before = undelivered();
      const asked: string[] = [];
      for (const ask of [command, mention]) {
        happen(emulator, request);
        asked.push(ask());
        await answersOnce(asked.at(-1) ?? '');
      }
      // Whatever might come a second time has come before the answer to what is asked now.
      await answersOnce(mention());
      expect(asked.map((one) => answersTo(emulator, one).length)).toEqual([1, 1]);
      // Half an answer says that all is done, but not what: nothing to be shown again.
      if (name !== 'half an answer') expect(undelivered()).toBe(before);
    });
  });

  it('leaves alone what it could not acknowledge within three seconds', async () => {
    const held = emulator.holdNext(ACKNOWLEDGEMENT);
    const reason = await reasonAfter(async () => {
      const asked = command();
      await held.arrived;
      now += 3001;
      held.release();
      expect(answersTo(emulator, asked)).toEqual([]);
    });
    // Discord itself has told the asker by then that the application did not respond.
    expect(reason).toBe('Discord 10062 (HTTP 404)');
  });

  it('gives up an answer for which the quarter of an hour is over', async () => {
    const held = emulator.holdNext(/@original$/);
    const reason = await reasonAfter(async () => {
      command();
      await held.arrived;
      now += 15 * MINUTE + 1;
      held.release();
    });
    expect(reason).toBe('Discord 50027 (HTTP 401)');
  });

  it.each([
    ['no access', 'Discord 50001 (HTTP 403)'],
    ['no sending', 'Discord 50013 (HTTP 403)'],
  ] as const)(
    'says in the log that it has %s to a channel, and answers commands there',
    async (restriction, reason) => {
      emulator.restrict(emulator.cast.channel, restriction);
      expect(await reasonAfter(() => void mention())).toBe(reason);
      const asked = command();
      expect(textOf(await answerTo(emulator, asked))).toContain(THEME);
      emulator.restrict(emulator.cast.channel, null);
    },
  );

  it('says in the log that a user takes no direct messages', async () => {
    emulator.restrict(emulator.cast.directChannel, 'no direct messages');
    expect(await reasonAfter(() => void emulator.directMessage(QUESTION, emulator.addUser()))).toBe(
      'Discord 50007 (HTTP 403)',
    );
  });

  it('answers without a reply where it may not read the history of the channel', async () => {
    emulator.restrict(emulator.cast.channel, 'no history');
    const before = emulator.board.all.length;
    mention();
    const answer = await emulator.waitFor('the answer', () => emulator.board.all[before]);
    expect([answer.repliesTo, textOf(answer).includes(THEME)]).toEqual([null, true]);
  });

  it('answers a question that is deleted meanwhile, once', async () => {
    const before = emulator.board.all.length;
    const held = emulator.holdNext(/\/typing$/);
    const asked = mention();
    await held.arrived;
    emulator.deleteMessage(asked);
    held.release();
    const answer = await emulator.waitFor('the answer', () => emulator.board.all[before]);
    expect([answer.repliesTo, textOf(answer).includes(THEME)]).toEqual([null, true]);
  });

  it('gives up an answer that somebody deletes before it is there', async () => {
    const held = emulator.holdNext(/@original$/);
    const reason = await reasonAfter(async () => {
      const asked = command();
      await held.arrived;
      const [thinking] = emulator.board.all.filter(({ interaction }) => interaction === asked);
      expect(thinking?.flags).toBe(FLAG_LOADING);
      emulator.deleteMessage(thinking?.id ?? '');
      held.release();
    });
    expect(reason).toBe('Discord 10008 (HTTP 404)');
  });

  it('wakes an archived thread by its answer, and leaves a locked one alone', async () => {
    const thread = emulator.openThread({ owner: emulator.cast.user.id, starter: null });
    const inThread = () =>
      emulator.mention(QUESTION, {
        user: emulator.addUser(),
        server: { guild: emulator.cast.guild, channel: thread },
      });
    emulator.archiveThread(thread);
    await answersOnce(inThread());
    emulator.archiveThread(thread, { locked: true });
    expect(await reasonAfter(() => void inThread())).toBe('Discord 50083 (HTTP 400)');
  });

  it('never sent what it must not, and few requests of the kind that shut an address out', () => {
    expect(emulator.problems).toEqual([]);
    expect(emulator.invalidRequests).toBeLessThan(30);
  });
});
