import { describe, expect, it } from 'vitest';
import { botOfEachTest, type BotOfEachTest } from '../../../support/bot-of-each-test.js';
import { answersTo } from '../../../support/discord-emulator/answers-to.js';

/** Somebody each: nobody asks too often. */
async function askAtOnce(bot: BotOfEachTest, users: number): Promise<void> {
  const { emulator } = bot;
  const asked = Array.from({ length: users }, () => emulator.mention('问题', { user: emulator.addUser() }));
  await Promise.all(asked.map((one) => bot.replyTo(one)));
  expect(asked.map((one) => answersTo(emulator, one).length)).toEqual(asked.map(() => 1));
}

const limited = (bot: BotOfEachTest): number => bot.emulator.requests.filter(({ status }) => status === 429).length;

describe('a bot whose requests are limited', () => {
  describe('for each route', () => {
    const bot = botOfEachTest({ rateLimit: { requests: 3, milliseconds: 150 } });

    it('answers everybody once, and heeds the headers, so that nothing is refused', async () => {
      await bot.startAndWait();
      await askAtOnce(bot, 7);
      expect(limited(bot)).toBe(0);
      expect(bot.emulator.invalidRequests).toBe(0);
    });
  });

  describe('all together', () => {
    const bot = botOfEachTest({ globalRateLimit: { requests: 5, milliseconds: 1000 } });

    it('answers everybody once, after as long as it was told to wait', async () => {
      await bot.startAndWait();
      await askAtOnce(bot, 7);
      expect(limited(bot)).toBeGreaterThan(0);
    });
  });
});
