import { describe, expect, it } from 'vitest';
import { ApiError } from '../support/discord-emulator/api-error.js';
import { textOf } from '../support/discord-emulator/message-board.js';
import { QUESTION, SENTENCE, botOfEachTest } from '../support/bot-of-each-test.js';

const CALLBACK = /\/callback$/;
const ORIGINAL = /\/messages\/@original$/;
const MESSAGES = /^POST \/channels\/\d+\/messages$/;
const DONE = { done: true } as const;
const outage = (): ApiError => new ApiError(502, 0, '502: Bad Gateway');
/** discord.js tries four times in a row. */
const MORE_THAN_A_SLIP = 5;

describe('a bot whose calls Discord takes without a word', () => {
  const bot = botOfEachTest({ guildLocale: 'zh-CN' });
  const ask = (): string => bot.emulator.slashCommand({ name: 'ask', options: { question: QUESTION } });

  it('answers a command whose acknowledgement was taken', async () => {
    await bot.startAndWait();
    bot.emulator.cutNext(CALLBACK, 'before the answer', DONE);
    expect(textOf(await bot.answerTo(ask()))).toContain(SENTENCE);
  });

  it('answers a command whose acknowledgement was lost', async () => {
    await bot.startAndWait();
    bot.emulator.cutNext(CALLBACK, 'before the answer', { done: false });
    expect(textOf(await bot.answerTo(ask()))).toContain(SENTENCE);
  });

  it.each(['before the answer', 'in the answer'] as const)(
    'replies once where the connection is cut %s',
    async (cut) => {
      await bot.startAndWait();
      bot.emulator.cutNext(MESSAGES, cut, DONE);
      const asked = bot.emulator.mention(QUESTION);
      await bot.emulator.waitFor('a second try', () => bot.emulator.requests.filter(isReply).length === 2);
      expect(bot.emulator.board.all.filter(({ repliesTo }) => repliesTo === asked)).toHaveLength(1);
    },
  );

  it('answers after an outage that lasts longer than a slip', async () => {
    await bot.startAndWait();
    for (let time = 0; time < MORE_THAN_A_SLIP; time += 1) {
      bot.emulator.failNext(ORIGINAL, outage());
      bot.emulator.failNext(MESSAGES, outage());
    }
    expect(textOf(await bot.answerTo(ask()))).toContain(SENTENCE);
    expect(textOf(await bot.replyTo(bot.emulator.mention(QUESTION)))).toContain(SENTENCE);
  });

  it('answers while Discord is slow to show that it types', async () => {
    await bot.startAndWait();
    const typing = bot.emulator.holdNext(/\/typing$/);
    expect(textOf(await bot.replyTo(bot.emulator.mention(QUESTION)))).toContain(SENTENCE);
    typing.release();
  });

  it('answers without a reference where it may not read what was written', async () => {
    await bot.startAndWait();
    bot.emulator.restrict(bot.emulator.cast.channel, 'no history');
    bot.emulator.mention(QUESTION);
    const message = await bot.emulator.waitForMessage(({ repliesTo }) => repliesTo === null);
    expect(textOf(message)).toContain(SENTENCE);
  });

  it('deletes an answer once where the response was lost, and complains of nothing', async () => {
    await bot.startAndWait();
    const answer = await bot.answerTo(ask());
    bot.emulator.cutNext(/^DELETE /, 'before the answer', DONE);
    bot.emulator.press({ message: answer, customId: 'y1:delete' });
    await bot.emulator.waitFor('the log', () => bot.logger.text.includes('discord-button-answered'));
    expect(bot.emulator.board.all).toEqual([]);
    expect(bot.logger.text).not.toContain('discord-reply-failed');
  });
});

function isReply({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return MESSAGES.test(`${method} ${path}`);
}
