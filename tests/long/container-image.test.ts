import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canCompile, runImageSteps, type BuiltStage } from '../support/container/image-steps.js';
import { readDockerfile } from '../support/container/read-dockerfile.js';
import { readDockerignore } from '../support/container/read-dockerignore.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { textOf } from '../support/discord-emulator/message-board.js';
import { freePort } from '../support/free-port.js';
import { ReadMetrics } from '../support/read-metrics.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '..', '..');
const stages = readDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
const wordsOf = (keyword: string): readonly string[] => {
  const step = stages.at(-1)?.instructions.find((one) => one.keyword === keyword);
  return JSON.parse((step?.text ?? '').replace(/^CMD /, '')) as readonly string[];
};

if (!canCompile())
  process.stderr.write('No compiler or no headers of Node here: the steps of the image are not run.\n');

/** Every file below a folder with its size and time, but for installed packages. */
async function listing(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile() && !one.parentPath.includes('node_modules'));
  const lines = files.map(async ({ parentPath, name }) => {
    const { size, mtimeMs } = await stat(join(parentPath, name));
    return `${join(parentPath, name)} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(lines)).sort();
}

/** The image started as `docker run` does it, with these settings beside its own. */
class Container {
  readonly #child: ChildProcess;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #folder: string;
  errors = '';

  constructor({ folder, variables }: BuiltStage, settings: Readonly<Record<string, string>>) {
    const [program = '', ...words] = [...wordsOf('ENTRYPOINT'), ...wordsOf('CMD')];
    this.#folder = folder;
    this.#environment = { PATH: process.env['PATH'], ...variables, ...settings };
    this.#child = spawn(program, words, {
      cwd: folder,
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  /** Whether HEALTHCHECK finds it well. */
  async isHealthy(): Promise<boolean> {
    const [program = '', ...words] = wordsOf('HEALTHCHECK');
    const options = { cwd: this.#folder, env: this.#environment };
    return promisify(execFile)(program, [...words], options).then(
      () => true,
      () => false,
    );
  }

  async stop(): Promise<number | null> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
    return this.#child.exitCode;
  }
}

describe.skipIf(!canCompile())('the image of the Dockerfile, its steps run as plain commands', () => {
  it('holds a program that starts with the index that it brings, is healthy, answers, and ends on SIGTERM', async () => {
    const isIgnored = readDockerignore(await readFile(join(ROOT, '.dockerignore'), 'utf8'));
    const into = await temporaryFolder();
    const image = await runImageSteps({ stages, context: ROOT, isIgnored, into });
    const packages = await readdir(join(image.folder, 'node_modules'));
    expect(packages).toContain('discord.js');
    expect(packages).toContain('hnswlib-node');
    for (const development of ['vitest', 'typescript', 'eslint', 'fast-check'])
      expect(packages).not.toContain(development);
    expect(image.variables['INDEX_DIR']).toContain(into);

    const before = await listing(image.folder);
    const emulator = await DiscordEmulator.start({ now: () => 0 });
    onTestFinished(() => emulator.close());
    const port = await freePort();
    const container = new Container(image, {
      DISCORD_TOKEN: emulator.token,
      DISCORD_API_URL: emulator.apiUrl,
      OPERATIONS_PORT: String(port),
    });
    await expect.poll(() => container.isHealthy(), { timeout: 60_000, interval: 200 }).toBe(true);
    await emulator.waitUntilReady();
    const ready = (): Promise<number> => fetch(`http://127.0.0.1:${port}/ready`).then(({ status }) => status);
    await expect.poll(ready, { timeout: 60_000, interval: 100 }).toBe(200);
    const asked = emulator.mention('2023年国家网络安全宣传周的主题是什么？');
    const reply = await emulator.waitForMessage(({ repliesTo }) => repliesTo === asked);
    expect(textOf(reply)).toContain('网络安全为人民，网络安全靠人民');
    const metrics = new ReadMetrics(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
    // The first generation is that which the image brings: the start built none.
    expect(metrics.samples('yinju_index_info').map(({ labels }) => labels)).toEqual([{ generation: '000001' }]);

    expect(await container.stop()).toBe(0);
    expect(await container.isHealthy()).toBe(false);
    expect(emulator.problems).toEqual([]);
    expect(container.errors).not.toContain(emulator.token);
    // All that was written lies in the volume: elsewhere the user of the image may write nothing.
    expect(await listing(image.folder)).toEqual(before);
    const [volume = ''] = wordsOf('VOLUME');
    expect((await readdir(image.here(volume))).sort()).toEqual(
      expect.arrayContaining(['index', 'yinju.sqlite']) as string[],
    );
  });
});
