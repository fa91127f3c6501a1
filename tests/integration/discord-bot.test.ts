import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { FLAG_LOADING, textOf, type BotMessage } from '../support/discord-emulator/message-board.js';
import { readMarkdown } from '../support/discord-emulator/read-markdown.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '..', '..');
const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const THEME = '网络安全为人民，网络安全靠人民';

/** The built program as a user starts it, with nothing of the tester's own environment but the path. */
class BotProcess {
  readonly #child: ChildProcess;
  errors = '';

  constructor(settings: Readonly<Record<string, string>>, changed: () => void) {
    this.#child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), 'start'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString('utf8');
      changed();
    });
    this.#child.on('exit', changed);
  }

  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  terminate(): void {
    this.#child.kill('SIGTERM');
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}

const answered = ({ flags }: BotMessage): boolean => (flags & FLAG_LOADING) === 0;

describe('the built program as a Discord bot', () => {
  let emulator: DiscordEmulator;
  let bot: BotProcess | null;

  const start = async (settings: Readonly<Record<string, string>> = {}): Promise<BotProcess> => {
    bot = new BotProcess(
      {
        DISCORD_TOKEN: emulator.token,
        DISCORD_API_URL: emulator.apiUrl,
        INDEX_DIR: await temporaryFolder(),
        ...settings,
      },
      () => emulator.wake(),
    );
    return bot;
  };

  /** The exit code; what the program wrote stands in the failure where it does not end. */
  const exit = (one: BotProcess): Promise<{ readonly code: number }> =>
    emulator.waitFor('the end of the program', () => one.exitCode !== null && { code: one.exitCode });

  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ now: () => 0 });
    bot = null;
  });

  afterEach(async () => {
    await bot?.end();
    await emulator.close();
    expect(emulator.problems).toEqual([]);
    expect(bot?.errors ?? '').not.toContain(emulator.token);
  });

  it('answers a command and a mention from the documents, then ends on SIGTERM', async () => {
    const program = await start();
    await emulator.waitUntilReady();

    const interaction = emulator.slashCommand({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
    const reply = await emulator.waitForMessage((one) => one.interaction === interaction && answered(one));
    const { text, bold } = readMarkdown(textOf(reply));
    expect(text).toContain(QUESTION);
    expect(text).toContain('与问题相符的段落');
    expect(bold.some((sentence) => sentence.includes(THEME))).toBe(true);

    const asked = emulator.mention('How many universities offer an undergraduate major in cybersecurity?');
    const english = await emulator.waitForMessage((one) => one.repliesTo === asked);
    expect(readMarkdown(textOf(english)).text).toContain('Passages that match');

    for (const { body, method } of emulator.requests.filter(({ path }) => /messages/.test(path)))
      expect([method, body]).toMatchObject([method, { allowed_mentions: { parse: [], replied_user: false } }]);

    program.terminate();
    expect(await exit(program)).toEqual({ code: 0 });
    expect(program.errors).not.toContain(QUESTION);
  });

  it('ends with one sentence for a wrong token', async () => {
    const program = await start({ DISCORD_TOKEN: 'wrong.token' });
    expect(await exit(program)).toEqual({ code: 1 });
    expect(program.errors).toContain('DISCORD_TOKEN');
    expect(program.errors).not.toMatch(/^\s+at /m);
    expect(program.errors).not.toContain('wrong.token');
  });

  it('ends with one sentence where an intent is refused', async () => {
    emulator.gateway.refuseNextIdentify(4014);
    const program = await start();
    expect(await exit(program)).toEqual({ code: 1 });
    expect(program.errors).toContain('Gateway Intents');
    expect(program.errors).not.toMatch(/^\s+at /m);
  });

  it('finishes the question in flight when SIGTERM comes', async () => {
    const program = await start();
    await emulator.waitUntilReady();
    const asked = emulator.mention(QUESTION);
    await emulator.waitFor('the typing', () => emulator.requests.some(({ path }) => path.endsWith('/typing')));
    program.terminate();
    expect(await exit(program)).toEqual({ code: 0 });
    expect(emulator.board.all.map(({ repliesTo }) => repliesTo)).toEqual([asked]);
  });
});
