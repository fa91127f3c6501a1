import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/answering/answer.js';
import { systemClock } from '../../../../src/shared/clock.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { answerOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { linesOf, startBot, type RunningBot } from '../../../support/running-bot.js';

const never = () => new Promise<never>(() => undefined);

describe('a command is acknowledged', () => {
  let bot: RunningBot;
  afterEach(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
  });

  const acknowledged = () =>
    bot.emulator.waitFor('the acknowledgement', () =>
      bot.emulator.requests.some(({ path, status }) => path.endsWith('/callback') && status === 204),
    );

  it('though the database hangs, the engine hangs, and the client’s language is one of others', async () => {
    // Time runs here: the emulator refuses whatever comes after three seconds.
    const store = createMemoryStore(systemClock, { logQuestions: false, retentionDays: 90 });
    let answer: (answer: Answer) => void = () => undefined;
    bot = await startBot(new FakeEngine(() => new Promise((resolve) => (answer = resolve))), {
      now: () => Date.now(),
      store: { ...store, settings: { ...store.settings, read: never, readChannel: never } },
    });
    const asked = bot.emulator.slashCommand({ name: 'ask', options: { question: '甲？' }, locale: 'fr' });
    await acknowledged();
    await expect.poll(() => bot.logger.text.includes('discord-settings-unread')).toBe(true);
    await expect
      .poll(
        () => {
          answer(answerOf('甲？', 'none', []));
          return bot.emulator.board.all.some(({ interaction, edits }) => interaction === asked && edits > 0);
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    expect(linesOf(await bot.answerTo(asked))).toContain('甲？');
  });

  it('though as many wait as may, and its asker is told that the bot is busy', async () => {
    const held: (() => void)[] = [];
    const hold = ({ text }: { readonly text: string }) =>
      new Promise<Answer>((resolve) => held.push(() => resolve(answerOf(text, 'none', []))));
    bot = await startBot(new FakeEngine(hold), { admission: { userPerMinute: 0, serverPerMinute: 0, waiting: 1 } });
    const { user, other } = bot.emulator.cast;
    const ask = (asker: typeof user) =>
      bot.emulator.slashCommand({ name: 'ask', options: { question: '甲？' }, user: asker });
    // One of each user runs; one waits, and there is room for no more.
    const asked = [ask(user), ask(user), ask(other), ask(other)];
    const refused = await bot.emulator.waitForMessage((one) => linesOf(one)[0] === wordsFor('en').discord.busy);
    expect(asked).toContain(refused.interaction);
    await expect
      .poll(() => {
        for (const answer of held.splice(0)) answer();
        return bot.emulator.board.all.filter((one) => linesOf(one).includes('甲？')).length;
      })
      .toBe(3);
  });
});
