import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../src/cli/terminal/text-width.js';
import { wordsFor } from '../../src/wording/words-for.js';
import { runYinju } from '../support/run-yinju.js';
import { hasPseudoTerminal, TerminalSession } from '../support/terminal-session.js';

const ARROW_UP = '\u001b[A';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const CHINESE_PROMPT = wordsFor('zh-Hans').chat.prompt;

/** Without util-linux's `script` (macOS, Windows) nothing here can open a pseudo-terminal. */
describe.skipIf(!hasPseudoTerminal())('the chat in a terminal of 80 columns', () => {
  let folder = '';
  let session: TerminalSession | null = null;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-chat-'));
    expect(await runYinju(['index', '--index', join(folder, 'index')])).toMatchObject({ code: 0 });
  });
  afterEach(() => session?.kill());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const open = async (environment: Readonly<Record<string, string>> = {}): Promise<TerminalSession> => {
    session = new TerminalSession(['start', '--index', join(folder, 'index')], environment);
    const welcome = await session.until('question> ');
    expect(welcome).toContain('DISCORD_TOKEN is not set: this is a chat in the terminal.');
    expect(welcome).toContain('7 documents');
    return session;
  };

  it('answers, shows more, the context of a passage, help and earlier lines, and ends', async () => {
    const chat = await open();
    chat.type('2023年国家网络安全宣传周的主题是什么？\r');
    const answer = await chat.until(CHINESE_PROMPT);
    expect(answer).toMatch(/1 {3}新华社 · 通讯社报道 · [^]*网络安全为人民[^]*\.txt（文本 SHA-256 /);
    expect(chat.raw).toContain('\u001b[1m');

    chat.type('更多\r');
    const more = await chat.until(CHINESE_PROMPT);
    expect(more).toMatch(/^6 {3}/m);
    expect(more).not.toMatch(/^1 {3}/m);

    chat.type('context 2\r');
    const context = await chat.until(CHINESE_PROMPT);
    expect(context).toContain('┃');
    expect(context).toContain('│');

    chat.type('帮助\r');
    expect(await chat.until(CHINESE_PROMPT)).toContain('退出');

    chat.type(`${ARROW_UP}${ARROW_UP}`);
    await chat.until('context 2');
    chat.type('\r');
    expect((await chat.until(CHINESE_PROMPT)).trim()).toBe(context.replace('context 2', '').trim());

    chat.type('？？\r');
    expect(await chat.until(CHINESE_PROMPT)).toContain(wordsFor('zh-Hans').problem.noWords);

    chat.type('退出\r');
    expect(await chat.end()).toBe(0);
    const lines = [answer, more, context].flatMap((text) => text.split('\n'));
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
  });

  it('writes no colours where NO_COLOR is set', async () => {
    const chat = await open({ NO_COLOR: '1' });
    chat.type('网络安全宣传周的主题\r');
    await chat.until(CHINESE_PROMPT);
    expect(chat.raw).not.toMatch(/\u001b\[[\d;]*m/);
    chat.type(CTRL_D);
    expect(await chat.end()).toBe(0);
  });

  it('ends on Ctrl-C, with a word and no stack', async () => {
    const chat = await open();
    chat.type(CTRL_C);
    expect(await chat.end()).toBe(0);
    expect(await chat.until('Goodbye.')).not.toMatch(/^\s+at /m);
  });
});
