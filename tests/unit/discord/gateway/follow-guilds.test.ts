import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/store/contract/store.js';
import { INTENT_GUILDS } from '../../../support/discord-emulator/gateway.js';
import { answerOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { startBot, type RunningBot } from '../../../support/running-bot.js';
import { SetClock } from '../../../support/set-clock.js';

const ELSEWHERE = '900000000000000001';

describe('what is kept of a server', () => {
  let clock: SetClock;
  let store: Store;
  let bot: RunningBot;

  const start = async (): Promise<void> => {
    const engine = new FakeEngine(({ text }) => answerOf(text, 'none', []));
    bot = await startBot(engine, { store, clock });
    await bot.emulator.waitFor('the servers', () => bot.logger.lines.some(({ event }) => event === 'guilds-counted'));
  };
  /** Eight days later: the seven days of grace of whatever was left are over. */
  const later = async (): Promise<void> => {
    clock.advance({ days: 8 });
    await store.upkeep();
  };
  const isKept = async (guild: string): Promise<boolean> => (await store.settings.read(guild)).passages === 3;

  beforeEach(() => {
    clock = new SetClock('2026-11-22T08:00:00Z');
    store = createMemoryStore(clock, { logQuestions: false, retentionDays: 90 });
  });
  afterEach(() => bot.stop());

  it('stays while the bot is in it, and goes when the bot was removed from it', async () => {
    await start();
    const { guild } = bot.emulator.cast;
    await store.settings.change(guild, { passages: 3 });
    await later();
    expect(await isKept(guild)).toBe(true);
    bot.emulator.gateway.dispatch({ name: 'GUILD_DELETE', data: { id: guild }, intents: INTENT_GUILDS });
    await expect.poll(async () => store.guilds.known()).toEqual([]);
    await later();
    expect(await isKept(guild)).toBe(false);
  });

  it('stays through an outage', async () => {
    await start();
    const { guild, channel } = bot.emulator.cast;
    await store.settings.change(guild, { passages: 3 });
    const data = { id: guild, unavailable: true };
    bot.emulator.gateway.dispatch({ name: 'GUILD_DELETE', data, intents: INTENT_GUILDS });
    // An event after it, which the bot has dealt with when its effect is there.
    await store.settings.change(guild, { channels: { [channel]: { mode: 'all' } } });
    await bot.replyTo(bot.emulator.directMessage('anybody there?'));
    expect(await store.guilds.known()).toEqual([guild]);
  });

  it('goes where the bot was removed while it was not running', async () => {
    await store.settings.change(ELSEWHERE, { passages: 3 });
    await start();
    await later();
    expect(await isKept(ELSEWHERE)).toBe(false);
  });

  it('stays where the bot comes back in time', async () => {
    await store.settings.change(ELSEWHERE, { passages: 3 });
    await store.guilds.left(ELSEWHERE);
    await start();
    bot.emulator.gateway.dispatch({
      name: 'GUILD_CREATE',
      data: { id: ELSEWHERE, name: 'Elsewhere', channels: [], members: [], roles: [], unavailable: false },
      intents: INTENT_GUILDS,
    });
    await expect.poll(async () => store.guilds.known()).toEqual([ELSEWHERE]);
    await later();
    expect(await isKept(ELSEWHERE)).toBe(true);
  });

  it('goes with a channel that is deleted, as far as it was set for it', async () => {
    await start();
    const { guild, channel } = bot.emulator.cast;
    await store.settings.change(guild, { channels: { [channel]: { mode: 'all' } } });
    const data = { id: channel, type: 0, guild_id: guild };
    bot.emulator.gateway.dispatch({ name: 'CHANNEL_DELETE', data, intents: INTENT_GUILDS });
    await expect.poll(async () => (await store.settings.read(guild)).channels).toEqual({});
  });

  it('never keeps the bot from answering', async () => {
    const broken = () => Promise.reject(new Error('no database, with a secret'));
    store = { ...store, guilds: { left: broken, present: broken, known: broken, delete: broken } };
    bot = await startBot(new FakeEngine(({ text }) => answerOf(text, 'none', [])), { store, clock });
    await bot.replyTo(bot.emulator.mention('anybody there?'));
    expect(bot.logger.lines).toContainEqual({
      level: 'warn',
      event: 'guilds-not-recorded',
      facts: { reason: 'Error' },
    });
    expect(bot.logger.text).not.toContain('secret');
  });
});
