import { describe, expect, it } from 'vitest';
import { QUESTION, answered, botOfEachTest } from '../../../support/bot-of-each-test.js';
import { FakeEngine } from '../../../support/fake-engine.js';

describe('the life of a bot', () => {
  const bot = botOfEachTest({ guildLocale: 'zh-CN' });

  it('asks for no privileged intent', async () => {
    await bot.startAndWait();
    const [identify] = bot.emulator.gateway.records;
    // Guilds 1 << 0, GuildMessages 1 << 9, DirectMessages 1 << 12
    expect(identify).toMatchObject({ kind: 'identify', intents: 1 + 512 + 4096 });
  });

  it('registers its commands at the first start only', async () => {
    await bot.startAndWait();
    bot.stop();
    await bot.ended;
    void bot.start();
    await bot.emulator.waitFor('the second look at the commands', () =>
      bot.logger.lines.some(({ facts }) => facts.changed === false),
    );
    const writes = bot.emulator.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));
    expect(writes).toHaveLength(1);
  });

  it('finishes the question in flight before it ends', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const engine = new FakeEngine(async ({ text }) => {
      await held;
      return answered(text);
    });
    await bot.startAndWait(engine);
    const asked = bot.emulator.mention(QUESTION);
    await bot.emulator.waitFor('the question', () =>
      bot.emulator.requests.some(({ path }) => path.endsWith('/typing')),
    );
    bot.stop();
    await bot.emulator.waitFor('the stop', () => bot.logger.text.includes('discord-stopping'));
    const late = bot.emulator.mention('too late');
    release();
    await bot.ended;
    expect(bot.emulator.board.all.map(({ repliesTo }) => repliesTo)).toEqual([asked]);
    expect(engine.asked.map(({ text }) => text)).toEqual([QUESTION]);
    expect(late).not.toBe(asked);
  });

  it('ends the connection where it is told to end while it logs in', async () => {
    void bot.start();
    await bot.emulator.waitFor('the login', () => bot.emulator.requests.some(({ path }) => path === '/gateway/bot'));
    bot.stop();
    await bot.ended;
    const counted = (kind: string): number => bot.emulator.gateway.records.filter((one) => one.kind === kind).length;
    await bot.emulator.waitFor('the end', () => counted('identify') === 1 && counted('closed') === 1);
  });
});
