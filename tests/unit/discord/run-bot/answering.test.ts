import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../support/discord-emulator/api-error.js';
import { textOf } from '../../../support/discord-emulator/message-board.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { QUESTION, SENTENCE, answered, botOfEachTest } from '../../../support/bot-of-each-test.js';
import { FakeEngine } from '../../../support/fake-engine.js';

describe('a bot that runs', () => {
  const bot = botOfEachTest({ guildLocale: 'zh-CN' });

  it('answers a command: deferred at once, then edited in place', async () => {
    await bot.startAndWait();
    const interaction = bot.emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    const message = await bot.answerTo(interaction);

    const { text, bold } = readMarkdown(textOf(message));
    expect(text).toContain(QUESTION);
    expect(text).toContain('与问题相符的段落');
    expect(bold).toContain(SENTENCE);
    const steps = bot.emulator.requests.filter(({ path }) => /interactions|webhooks/.test(path));
    expect(steps.map(({ method, path, status }) => `${method} ${path.split('/').at(-1) ?? ''} ${status}`)).toEqual([
      'POST callback 204',
      'PATCH @original 200',
    ]);
    expect(steps[0]?.body).toMatchObject({ type: 5 });
    expect(steps[1]?.body).toMatchObject({
      flags: (1 << 15) | (1 << 2),
      allowed_mentions: { parse: [], replied_user: false },
    });
  });

  it('answers a mention: seen typing, then one reply, without the mention in the question', async () => {
    await bot.startAndWait();
    const asked = bot.emulator.mention(QUESTION);
    const reply = await bot.replyTo(asked);

    expect(readMarkdown(textOf(reply)).text).toContain(QUESTION);
    expect(textOf(reply)).not.toContain(bot.emulator.cast.bot.id);
    const steps = bot.emulator.requests.filter(({ path }) => path.startsWith('/channels/'));
    expect(steps.map(({ path }) => path.split('/').at(-1))).toEqual(['typing', 'messages']);
    expect(steps[1]?.body).toMatchObject({
      flags: (1 << 15) | (1 << 2),
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: asked, fail_if_not_exists: false },
    });
  });

  it('takes a direct message as a question', async () => {
    await bot.startAndWait();
    const asked = bot.emulator.directMessage('How many universities offer it?');
    const reply = await bot.replyTo(asked);
    expect(reply.channel).toBe(bot.emulator.cast.directChannel);
    expect(textOf(reply)).toContain('Passages that match');
  });

  it('answers a mention without a question with help, in the language of the server', async () => {
    await bot.startAndWait();
    const asked = bot.emulator.mention('');
    const reply = await bot.replyTo(asked);
    expect(textOf(reply)).toContain('/ask');
    expect(textOf(reply)).toMatch(/\p{Script=Han}/u);
  });

  it('answers neither other bots nor messages that are not for it', async () => {
    const engine = new FakeEngine(({ text }) => answered(text));
    await bot.startAndWait(engine);
    bot.emulator.say('nothing for the bot');
    bot.emulator.directMessage('from another bot', { ...bot.emulator.cast.user, id: '5', bot: true });
    const asked = bot.emulator.mention('the only question');
    await bot.replyTo(asked);
    expect(engine.asked.map(({ text }) => text)).toEqual(['the only question']);
  });

  it('says in a sentence that a question has no words, and asks the engine nothing', async () => {
    const engine = new FakeEngine(({ text }) => answered(text));
    await bot.startAndWait(engine);
    const interaction = bot.emulator.slashCommand({ name: 'ask', options: { question: '？？' } });
    const message = await bot.answerTo(interaction);
    expect(textOf(message)).toBe('The question has no words, only marks. Write it out.');
    expect(engine.asked).toEqual([]);
  });

  it('tells a user of a fault without its details, and logs it without the question', async () => {
    await bot.startAndWait(new FakeEngine(({ text }) => Promise.reject(new RangeError(`cannot answer ${text}`))));
    const interaction = bot.emulator.slashCommand({ name: 'ask', options: { question: 'a secret matter' } });
    const message = await bot.answerTo(interaction);
    expect(textOf(message)).toBe('Something went wrong here, and it was not your question. Please try again later.');
    expect(bot.logger.lines).toContainEqual({
      level: 'error',
      event: 'discord-question-failed',
      facts: { reason: 'RangeError', late: false },
    });
    expect(bot.logger.text).not.toContain('secret');
  });

  it('goes on after a reply that Discord refused', async () => {
    await bot.startAndWait();
    bot.emulator.failNext(/POST .*\/messages$/, new ApiError(403, 50013, 'Missing Permissions'));
    bot.emulator.mention('first');
    await bot.emulator.waitFor('the refusal', () => bot.logger.text.includes('Discord 50013 (HTTP 403)'));
    const asked = bot.emulator.mention('second');
    await bot.replyTo(asked);
  });

  it('replies where it may not type', async () => {
    await bot.startAndWait();
    bot.emulator.failNext(/typing$/, new ApiError(403, 50013, 'Missing Permissions'));
    const asked = bot.emulator.mention('anything');
    await bot.replyTo(asked);
  });
});
