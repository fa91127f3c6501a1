import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'main.js');

/** Whether this machine has the `script` of util-linux, which runs a command in a pseudo-terminal. */
export function hasPseudoTerminal(): boolean {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** How long something may take to appear. A machine that is busy is slow; a program that hangs never shows it. */
const PATIENCE = 25_000;

/** The built program in a real terminal of 80 columns and 24 rows, at which a test types. */
export class TerminalSession {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #written = '';
  #seen = 0;
  #changed: () => void = () => undefined;

  constructor(userArguments: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const command = [process.execPath, MAIN, ...userArguments].map(quoted).join(' ');
    this.#child = spawn('script', ['-qefc', `stty cols 80 rows 24; exec ${command}`, '/dev/null'], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        TERM: 'xterm',
        LIBRARY_DIR: join(ROOT, 'no-library'),
        ...environment,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#written += text;
      this.#changed();
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        resolve(code);
        this.#changed();
      });
    });
  }

  /** Everything that was written, with the colours and the movements of the cursor. */
  get raw(): string {
    return this.#written;
  }

  /** What has been written since the last call, without colours, once it holds the text. */
  async until(text: string): Promise<string> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const fresh = stripVTControlCharacters(this.#written.slice(this.#seen)).replaceAll('\r', '');
      if (fresh.includes(text)) {
        this.#seen = this.#written.length;
        return fresh;
      }
      const rest = deadline - Date.now();
      if (rest <= 0) throw new Error(`${JSON.stringify(text)} did not appear after:\n${fresh}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, rest);
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Presses keys; a line ends with `\r`. */
  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  /** The exit code, once the program has ended. */
  end(): Promise<number | null> {
    return this.#ended;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
