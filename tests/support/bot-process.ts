import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiscordEmulator } from './discord-emulator/discord-emulator.js';
import { asObject, type JsonObject } from './discord-emulator/json.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** One line of the log. */
export interface LogLine {
  readonly event: string;
  readonly facts: JsonObject;
}

/** How a program ended: by itself with a code, or by a signal. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built program as a user starts it, with nothing of the tester's own environment but the path. */
export class BotProcess {
  readonly #child: ChildProcess;
  readonly #emulator: DiscordEmulator;
  readonly #folder: string;
  /** Everything written to standard error, by shards too. */
  errors = '';

  private constructor(emulator: DiscordEmulator, folder: string, settings: Readonly<Record<string, string>>) {
    this.#emulator = emulator;
    this.#folder = folder;
    this.#child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), 'start'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, as a service manager or a terminal makes one.
      detached: true,
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString('utf8');
      emulator.wake();
    });
    this.#child.on('exit', () => emulator.wake());
  }

  /**
   * Starts it against the emulator, with an index and a database of its own where the settings name none: these are gone
   * after its end.
   */
  static async start(emulator: DiscordEmulator, settings: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'yinju-bot-')));
    return new BotProcess(emulator, folder, {
      DISCORD_TOKEN: emulator.token,
      DISCORD_API_URL: emulator.apiUrl,
      INDEX_DIR: join(folder, 'index'),
      DATABASE_FILE: join(folder, 'yinju.sqlite'),
      LIBRARY_DIR: join(ROOT, 'no-library'),
      ...settings,
    });
  }

  /** The lines of the log that are of this event; lines that are none, such as notices, are left out. */
  logged(event: string): readonly LogLine[] {
    return this.errors
      .split('\n')
      .flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [asObject(JSON.parse(line))] : []))
      .filter((line) => line.event === event)
      .map((line) => ({ event, facts: asObject(line.facts) }));
  }

  /** The log line of this event, as soon as it has come so many times. */
  async untilLogged(event: string, times = 1): Promise<LogLine> {
    const line = await this.#emulator.waitFor(`${event} in the log of the program:\n${this.errors}`, () =>
      this.logged(event).at(times - 1),
    );
    return line;
  }

  /** Id of its process; 0 where there is none. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get ended(): ProgramEnd | null {
    const { exitCode: code, signalCode: signal } = this.#child;
    return code === null && signal === null ? null : { code, signal };
  }

  /** How it ended, as soon as it has. */
  async untilEnded(): Promise<ProgramEnd> {
    return this.#emulator.waitFor('the end of the program', () => this.ended);
  }

  send(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** To all processes of its group, as a terminal does on Ctrl-C and a service manager when it stops a service. */
  sendToGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal);
  }

  /** Ends it, and whatever it started, at once; does nothing where all have ended. */
  async end(): Promise<void> {
    try {
      this.sendToGroup('SIGKILL');
    } catch {
      // The group is empty.
    }
    if (this.ended === null) await once(this.#child, 'exit');
    await rm(this.#folder, { recursive: true, force: true });
  }
}
