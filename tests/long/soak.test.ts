import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { BotProcess } from '../support/bot-process.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { asObject, asText } from '../support/discord-emulator/json.js';
import { textOf } from '../support/discord-emulator/message-board.js';
import { readMarkdown } from '../support/discord-emulator/read-markdown.js';
import { openRealEngine, questionOf } from '../support/real-engine.js';
import { Crowd } from '../support/soak/deeds.js';
import { FAULTS } from '../support/soak/faults.js';
import { slope, spread } from '../support/soak/figures.js';
import { residentMebibytes } from '../support/soak/resident-memory.js';
import { Tracker, type Tracked } from '../support/soak/tracker.js';

/* A short run unless told: `SOAK_MINUTES=30 SOAK_RATE=6 npm run soak` asks more than 10,000 times. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 2);
/** Deeds a second. */
const RATE = Number(process.env.SOAK_RATE ?? 6);
const [SERVERS, USERS, QUESTIONS] = [12, 300, 40];
/** How often something goes wrong, and how often the memory is looked at. */
const [FAULT_MILLISECONDS, LOOK_MILLISECONDS] = [5000, 1000];
const [ALONE, ROUNDS, AT_ONCE] = [30, 4, 50];
/** What is bold and shorter, such as a heading, is no sentence of an answer. */
const SHORTEST_SENTENCE = 10;
/** How long the last answers may take. */
const PATIENCE_MILLISECONDS = 60_000;
/** What the rest takes beside the soak itself, on a slow machine. */
const REST_MILLISECONDS = 10 * 60_000;

let emulator: DiscordEmulator | null = null;
let bot: BotProcess | null = null;

afterEach(async () => {
  await bot?.end();
  await emulator?.close();
});

/** Questions from all over the list, so that all languages and degrees of difficulty are among them. */
function chooseQuestions(): readonly string[] {
  const lines = readFileSync(join(import.meta.dirname, '..', '..', 'data', 'questions.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const step = Math.floor(lines.length / QUESTIONS);
  return lines.filter((_, place) => place % step === 0).map((line) => asText(asObject(JSON.parse(line)).question));
}

/** Whether a message shows what the engine answers: the sentence that it marks in its first passage. */
function shows(body: unknown, answer: Answer): boolean {
  const { text, bold } = readMarkdown(
    textOf({ id: '', channel: '', interaction: null, repliesTo: null, flags: 0, edits: 0, body: asObject(body) }),
  );
  const [first] = answer.passages;
  if (first?.highlight === undefined || first.highlight === null || answer.status === 'none') return text !== '';
  const plain = (words: string): string => words.replace(/\s+/g, '');
  const sentence = plain(first.text.slice(...first.highlight));
  // A long sentence may be shown shortened, but never to a few words.
  const shown = bold.map(plain).filter((words) => words.length >= Math.min(SHORTEST_SENTENCE, sentence.length));
  return shown.some((words) => sentence.includes(words) || words.includes(sentence));
}

const took = (deeds: readonly Tracked[]): readonly number[] =>
  deeds.map(({ begun, finished }) => (finished ?? Infinity) - begun);
const waited = (deeds: readonly Tracked[]): readonly number[] =>
  deeds.map(({ begun, acknowledged }) => (acknowledged ?? Infinity) - begun);

it(
  'answers everything, once and rightly, through all that goes wrong, and does not grow',
  async () => {
    const questions = chooseQuestions();
    const { engine } = await openRealEngine();
    const expected = new Map<string, Answer>();
    for (const question of questions) expected.set(question, await engine.answer(questionOf(question)));
    await engine.close();

    const discord = await DiscordEmulator.start({ guildLocale: 'zh-CN', heartbeatMilliseconds: 5000 });
    emulator = discord;
    const program = await BotProcess.start(discord, { LOG_LEVEL: 'info' });
    bot = program;
    await discord.waitUntilReady();
    const tracker = new Tracker(discord.requests);
    const crowd = new Crowd(discord, tracker, questions, SERVERS, USERS);
    const settle = async (): Promise<void> => {
      const limit = performance.now() + PATIENCE_MILLISECONDS;
      tracker.update();
      while (tracker.waiting > 0 && performance.now() < limit) {
        await setTimeout(20);
        tracker.update();
      }
    };

    // One after another, then many at once: from the deed to the message with its answer.
    for (let count = 0; count < 5; count += 1) crowd.ask();
    await settle();
    const latency = async (rounds: number, together: number): Promise<readonly Tracked[]> => {
      const from = tracker.all.length;
      for (let round = 0; round < rounds; round += 1) {
        for (let count = 0; count < together; count += 1) crowd.ask();
        await settle();
      }
      return tracker.all.slice(from);
    };
    const [alone, atOnce] = [await latency(ALONE, 1), await latency(ROUNDS, AT_ONCE)];

    const from = tracker.all.length;
    const memory: { at: number; value: number }[] = [];
    const begun = performance.now();
    const elapsed = (): number => performance.now() - begun;
    let [faults, looks] = [0, 0];
    for (let count = 0; elapsed() < MINUTES * 60_000; count += 1) {
      await setTimeout(Math.max(0, (count * 1000) / RATE - elapsed()));
      // What happens while there is no session at all, nobody hears of at Discord either.
      await discord.waitFor('a connection', () => discord.gateway.connected);
      crowd.act();
      tracker.update();
      if (elapsed() > (faults + 1) * FAULT_MILLISECONDS) FAULTS[faults++ % FAULTS.length]?.[1](discord);
      if (elapsed() < (looks + 1) * LOOK_MILLISECONDS) continue;
      looks += 1;
      const value = residentMebibytes(program.pid);
      if (value !== null) memory.push({ at: elapsed() / 60_000, value });
    }
    await settle();
    const soak = tracker.all.slice(from);
    const half = memory.filter(({ at }) => at >= MINUTES / 2);
    const asked = tracker.all.filter(({ question }) => question !== '');
    const wrong = asked.filter(({ question, body }) => {
      const answer = expected.get(question);
      return answer === undefined || !shows(body, answer);
    });
    const kinds = new Map<string, number>();
    for (const { deed } of soak) kinds.set(deed, (kinds.get(deed) ?? 0) + 1);
    const mib = (value: number | undefined): string => `${(value ?? 0).toFixed(0)} MiB`;
    const resumed = discord.gateway.records.filter(({ kind }) => kind === 'resume').length;
    const identified = discord.gateway.records.filter(({ kind }) => kind === 'identify').length;
    process.stdout.write(
      [
        '',
        `Soak of ${MINUTES} min, ${RATE} deeds a second by ${USERS} users in ${SERVERS} servers, load at the end ${(loadavg()[0] ?? 0).toFixed(1)}`,
        `  from a command to its answer, one at a time: ${spread(took(alone))}`,
        `  from a command to its answer, ${AT_ONCE} at once: ${spread(took(atOnce))}`,
        `  during the soak: acknowledged ${spread(waited(soak))}; answered ${spread(took(soak))}`,
        `  deeds: ${[...kinds].map(([deed, count]) => `${deed} ${count}`).join(', ')}`,
        `  went wrong at Discord: ${faults} (connections resumed ${resumed}, sessions ${identified}; refused ${JSON.stringify([...tracker.refused])})`,
        `  resident memory: ${mib(memory[0]?.value)} at first, ${mib(memory.at(-1)?.value)} at last, second half ${slope(half).toFixed(2)} MiB a minute`,
        `  unanswered ${tracker.waiting}, wrong ${wrong.length} of ${asked.length}`,
        '',
      ].join('\n'),
    );

    expect(tracker.all.filter(({ finished }) => finished === null)).toEqual([]);
    expect(asked.filter(({ answers }) => answers !== 1)).toEqual([]);
    expect(wrong.map(({ deed, question }) => [deed, question])).toEqual([]);
    // The comparison tells answers apart: most are no answer to another question.
    const mixedUp = asked.filter(({ body }, place) => {
      const other = expected.get(asked[place - 1]?.question ?? '');
      return other !== undefined && other.status !== 'none' && shows(body, other);
    });
    expect(mixedUp.length).toBeLessThan(asked.length / 4);
    expect(soak.filter(({ begun: at, acknowledged }) => (acknowledged ?? Infinity) - at > 3000)).toEqual([]);
    // Refused was only what was meant to be: nothing too late, nothing twice, nothing malformed.
    expect([...tracker.refused.keys()].filter((status) => ![429, 500, 502].includes(status))).toEqual([]);
    expect(discord.problems).toEqual([]);
    for (const event of ['discord-reply-failed', 'discord-event-failed', 'discord-question-failed', 'engine-crashed'])
      expect(program.logged(event)).toEqual([]);
    const quarter = (part: number): number => {
      const values = memory
        .filter(({ at }) => Math.min(3, Math.floor((at / MINUTES) * 4)) === part)
        .map(({ value }) => value);
      return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    };
    expect(quarter(3)).toBeLessThanOrEqual(quarter(2) * 1.1);
    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual({ code: 0, signal: null });
    expect(program.errors).not.toContain(discord.token);
  },
  MINUTES * 60_000 + REST_MILLISECONDS,
);
