import { describe, expect, it } from 'vitest';
import { FLAG_LOADING, textOf, type BotMessage } from '../support/discord-emulator/message-board.js';
import { readMarkdown } from '../support/discord-emulator/read-markdown.js';
import { testedProgram } from '../support/tested-program.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const THEME = '网络安全为人民，网络安全靠人民';

const answered = ({ flags }: BotMessage): boolean => (flags & FLAG_LOADING) === 0;

describe('the built program as a Discord bot', () => {
  const tested = testedProgram();
  const { start } = tested;

  it('answers a command and a mention from the documents, then ends on SIGTERM', async () => {
    const program = await start();
    await tested.emulator.waitUntilReady();

    const interaction = tested.emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    const reply = await tested.emulator.waitForMessage((one) => one.interaction === interaction && answered(one));
    const { text, bold } = readMarkdown(textOf(reply));
    expect(text).toContain(QUESTION);
    expect(text).toContain('与问题相符的段落');
    expect(bold.some((sentence) => sentence.includes(THEME))).toBe(true);

    const asked = tested.emulator.mention('How many universities offer an undergraduate major in cybersecurity?');
    const english = await tested.emulator.waitForMessage((one) => one.repliesTo === asked);
    expect(readMarkdown(textOf(english)).text).toContain('Passages that match');

    for (const { body, method } of tested.emulator.requests.filter(({ path }) => /messages/.test(path)))
      expect([method, body]).toMatchObject([method, { allowed_mentions: { parse: [], replied_user: false } }]);

    program.send('SIGTERM');
    expect(await program.untilEnded()).toEqual({ code: 0, signal: null });
    expect(program.errors).not.toContain(QUESTION);
  });

  it('ends with one sentence for a wrong token', async () => {
    const program = await start({ DISCORD_TOKEN: 'wrong.token' });
    expect(await program.untilEnded()).toEqual({ code: 1, signal: null });
    expect(program.errors).toContain('DISCORD_TOKEN');
    expect(program.errors).not.toMatch(/^\s+at /m);
    expect(program.errors).not.toContain('wrong.token');
  });

  it('ends with one sentence where an intent is refused', async () => {
    tested.emulator.gateway.refuseNextIdentify(4014);
    const program = await start();
    expect(await program.untilEnded()).toEqual({ code: 1, signal: null });
    expect(program.errors).toContain('Gateway Intents');
    expect(program.errors).not.toMatch(/^\s+at /m);
  });
});
