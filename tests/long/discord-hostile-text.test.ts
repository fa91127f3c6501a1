import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAXIMUM_QUESTION_LENGTH } from '../../src/retrieval/question.js';
import { asObject } from '../support/discord-emulator/json.js';
import { textOf, type BotMessage } from '../support/discord-emulator/message-board.js';
import { readMarkdown } from '../support/discord-emulator/read-markdown.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { openRealEngine, type RealEngine } from '../support/real-engine.js';
import { startBot, type RunningBot } from '../support/running-bot.js';

/** As many questions as a test likes. */
const UNLIMITED = { userPerMinute: 0, serverPerMinute: 0, waiting: 100 };

/** What a text of somebody else's must never become; the bot itself uses none of it. */
const FOREIGN_MARKS: readonly string[] = ['mention', 'emoji', 'timestamp', 'spoiler', 'code block'];

/** Unicode Standard Annex 9, "Explicit Directional Embeddings, Overrides and Isolates". */
const TURNED = /[\u202A-\u202E\u2066-\u2069]/;

/** Without what nobody sees: the bot leaves most of that out itself. */
const visible = (text: string): string => text.replace(/[\p{Cf}\uFEFF]|(?!\n)\p{Cc}/gu, '');

/** As a question is shown: in one line, and without halves of characters. */
const shown = (text: string): string =>
  visible(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/\s+/g, ' ')
    .trim();

describe('hostile text', () => {
  let real: RealEngine;
  let bot: RunningBot;

  beforeAll(async () => {
    real = await openRealEngine();
    bot = await startBot(real.engine, { admission: UNLIMITED, guildLocale: 'zh-CN' });
  });

  afterAll(async () => {
    await bot.stop();
    await real.engine.close();
  });

  const foreignMarks = (message: BotMessage): readonly string[] =>
    readMarkdown(textOf(message)).marks.filter((mark) => FOREIGN_MARKS.includes(mark));
  const links = (message: BotMessage): number =>
    readMarkdown(textOf(message)).marks.filter((mark) => mark === 'link').length;

  const WAYS: readonly (readonly [way: string, ask: (text: string) => Promise<BotMessage>])[] = [
    ['/ask', (text) => bot.use({ name: 'ask', options: { question: text }, locale: 'zh-CN' })],
    ['a mention', (text) => bot.replyTo(bot.emulator.mention(text))],
    ['a direct message', (text) => bot.replyTo(bot.emulator.directMessage(text))],
    [
      '“Ask about this message”',
      (text) => bot.answerTo(bot.emulator.messageCommand({ name: 'Ask about this message' }, bot.emulator.say(text))),
    ],
    ['/verify', (text) => bot.use({ name: 'verify', options: { text }, locale: 'zh-CN' })],
    ['/law', (text) => bot.use({ name: 'law', options: { name: text, article: text }, locale: 'zh-CN' })],
    ['the document of /ask', (text) => bot.use({ name: 'ask', options: { question: '主题？', document: text } })],
    ['the law of /ask', (text) => bot.use({ name: 'ask', options: { question: '主题是什么？', law: text } })],
  ];

  it.each(HOSTILE_TEXTS)('opens no markup, whichever way it comes: %s', async (_, text) => {
    const answers = await Promise.all(WAYS.map(([, ask]) => ask(text)));
    const [asked] = answers;
    expect(asked === undefined ? [] : visible(readMarkdown(textOf(asked)).text).split('\n')).toContain(shown(text));
    for (const [place, answer] of answers.entries()) {
      expect([WAYS[place]?.[0], foreignMarks(answer)]).toEqual([WAYS[place]?.[0], []]);
      // Whoever turns the direction of a line would turn the words of the bot in it as well.
      expect([WAYS[place]?.[0], TURNED.test(textOf(answer))]).toEqual([WAYS[place]?.[0], false]);
      // An address of somebody else's is text, and its preview is not fetched.
      expect(textOf(answer)).not.toMatch(/https:\/\/evil\.example/);
    }
  });

  it('shows a link of its own where a document has one, and none of somebody else’s', async () => {
    const ask = (question: string) => bot.use({ name: 'ask', options: { question }, locale: 'zh-CN' });
    const [plain, hostile] = [await ask('网络安全'), await ask('[网络](https://evil.example)安全')];
    expect(links(hostile)).toBe(links(plain));
  });

  it.each([
    ['of one word without an end', '网'.repeat(4000)],
    ['of marks alone', '？'.repeat(4000)],
    ['of escapes alone', '\\*'.repeat(2000)],
    ['of emoji', '😀'.repeat(2000)],
    ['of lines', '网\n'.repeat(2000)],
  ])('of 4,000 characters %s is answered in one message, whichever way it comes', async (_, text) => {
    expect(text.length).toBeGreaterThan(MAXIMUM_QUESTION_LENGTH);
    const answers = await Promise.all(WAYS.map(([, ask]) => ask(text)));
    expect(answers.map((answer) => textOf(answer) === '')).toEqual(WAYS.map(() => false));
    expect(answers.flatMap(foreignMarks)).toEqual([]);
  });

  it('is sent with nobody allowed to be pinged, in every body', () => {
    const written = bot.emulator.requests.filter(
      ({ method, path }) => method !== 'GET' && /\/(?:messages|@original)$/.test(path),
    );
    expect(written.length).toBeGreaterThan(HOSTILE_TEXTS.length * WAYS.length);
    for (const { body } of written) expect(asObject(body).allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('stands in no line of the log', () => {
    for (const [, text] of HOSTILE_TEXTS) expect(bot.logger.text).not.toContain(JSON.stringify(text).slice(1, 12));
    expect(bot.logger.lines.filter(({ event }) => event === 'discord-event-failed')).toEqual([]);
  });
});
