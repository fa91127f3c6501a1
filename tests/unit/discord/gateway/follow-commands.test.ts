import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownLaws } from '../../../../src/answering/law/known-laws.js';
import { botCommands } from '../../../../src/discord/commands/all-commands.js';
import type { Command } from '../../../../src/discord/commands/command.js';
import { ApiError } from '../../../support/discord-emulator/api-error.js';
import { answerOf } from '../../../support/example-answers.js';
import { EMPTY_INDEX, FakeEngine } from '../../../support/fake-engine.js';
import { linesOf, startBot, type RunningBot } from '../../../support/running-bot.js';
import { SetClock } from '../../../support/set-clock.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const CATALOGUE = shippedCatalogue();

/** The commands where the documents name these laws of the catalogue. */
function commandsFor(laws: readonly string[]): readonly Command[] {
  const mentions = new Map(laws.map((law) => [law, 1]));
  return botCommands(knownLaws(CATALOGUE, { names: () => [] }, mentions), 'all');
}

const CYBERSECURITY = 'cybersecurity-law';
const DATA = 'data-security-law';
const EVERY_LAW = CATALOGUE.laws.map(({ id }) => id);

describe('the commands of single laws', () => {
  let bot: RunningBot;
  let clock: SetClock;
  let generation: number;
  let named: readonly string[];
  let look: () => void;

  beforeEach(async () => {
    clock = new SetClock('2026-11-22T08:00:00Z');
    generation = 1;
    named = [CYBERSECURITY];
    const engine = new FakeEngine(({ text }) => answerOf(text, 'none', []), {
      summary: () => Promise.resolve({ ...EMPTY_INDEX, generation: String(generation).padStart(6, '0') }),
      law: ({ name }) => Promise.resolve({ kind: 'unknown', name, near: [] }),
    });
    bot = await startBot(engine, {
      clock,
      commands: commandsFor(named),
      readCommands: () => Promise.resolve(commandsFor(named)),
      repeat: (_, work) => {
        look = work;
        return () => undefined;
      },
    });
    await lookedAt('discord-commands', 1);
  });
  afterEach(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
  });

  const registered = (): readonly unknown[] => (bot.emulator.commands.get('global') ?? []).map(({ name }) => name);
  const written = (): number => bot.emulator.requests.filter(({ method }) => method === 'PUT').length;
  const linesAbout = (event: string): number => bot.logger.lines.filter((line) => line.event === event).length;
  /** Resolves when so many looks ended so. */
  const lookedAt = async (event: string, times: number): Promise<void> => {
    await bot.emulator.waitFor('the look', () => linesAbout(event) >= times);
    await new Promise((resolve) => setImmediate(resolve));
  };
  /** New documents are in the index, and the bot has looked. */
  const reindex = async (laws: readonly string[], event = 'discord-commands'): Promise<void> => {
    generation += 1;
    named = laws;
    const before = linesAbout(event);
    look();
    await lookedAt(event, before + 1);
  };

  it('are registered anew without a restart where the documents come to name other laws', async () => {
    expect(registered()).toContain(CYBERSECURITY);
    await reindex([DATA]);
    expect(registered()).toContain(DATA);
    expect(registered()).not.toContain(CYBERSECURITY);
    expect(linesOf(await bot.use({ name: DATA })).join('\n')).toContain(DATA);
  });

  it('are left alone where a new generation names the same laws', async () => {
    const asked = bot.emulator.requests.length;
    generation += 1;
    look();
    await bot.use({ name: 'help' });
    expect(bot.emulator.requests.slice(asked).filter(({ path }) => path.includes('/applications/'))).toEqual([]);
  });

  it('are tried again at the next look where Discord refuses them', async () => {
    bot.emulator.failNext(/commands$/, new ApiError(500, 0, 'Internal Server Error'));
    await reindex([DATA]);
    expect(registered()).toContain(DATA);
    expect(bot.logger.lines.filter(({ level }) => level === 'error').length).toBeLessThanOrEqual(1);
  });

  it('never use up what Discord allows in a day: what is too much waits until the day is over', async () => {
    // The start made the standing ones, two in the menu of messages and one law; a hundred are made at most.
    const atStart = registered().length;
    const inOneRound = commandsFor(EVERY_LAW).length - commandsFor([CYBERSECURITY]).length;
    const rounds = Math.floor((100 - atStart) / inOneRound);
    for (let round = 1; round <= rounds; round += 1) {
      await reindex(EVERY_LAW);
      await reindex([CYBERSECURITY]);
      expect(written()).toBe(1 + 2 * round);
    }
    await reindex(EVERY_LAW, 'discord-commands-postponed');
    expect(registered()).not.toContain(DATA);
    clock.advance({ days: 1, seconds: 1 });
    await reindex(EVERY_LAW);
    expect(registered()).toContain(DATA);
  });
});
