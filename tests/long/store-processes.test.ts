import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { openStore } from '../../src/store/open-store.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const CHILD = join(import.meta.dirname, '..', 'support', 'store-child.js');

interface Shard {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has said so far. */
  readonly lines: string[];
  readonly ended: Promise<unknown>;
}

/** A process that is about to use the store. */
async function startShard(file: string, name: string, count: number): Promise<Shard> {
  const child = spawn(process.execPath, [CHILD, file, name, String(count)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stderr.pipe(process.stderr);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = once(reader, 'close');
  await once(reader, 'line');
  return { child, lines, ended };
}

const open = async (file: string) => {
  const location = { kind: 'sqlite', file } as const;
  const store = await openStore({
    location,
    clock: systemClock,
    logger: silentLogger,
    logQuestions: true,
    retentionDays: 30,
  });
  onTestFinished(() => store.close());
  return store;
};

describe('processes that share one file of SQLite', () => {
  it('make it at the same moment, and none loses a word of another', async () => {
    const file = join(await temporaryFolder(), 'yinju.db');
    const names = ['one', 'two', 'three'];
    const shards = await Promise.all(names.map((name) => startShard(file, name, 60)));
    for (const { child } of shards) child.stdin.write('go\n');
    await Promise.all(shards.map(({ ended }) => ended));
    expect(shards.map(({ lines }) => lines.at(-1))).toEqual(['kept 59', 'kept 59', 'kept 59']);
    const store = await open(file);
    for (const name of names) {
      const { questions } = await store.users.exportUser(name);
      expect(questions.map(({ text }) => text).sort()).toEqual(
        Array.from({ length: 60 }, (_, index) => `${name} ${index}`).sort(),
      );
    }
    expect(Object.keys((await store.settings.read('1')).channels)).toHaveLength(180);
    const days = await store.insights.days('1', '2000-01-01', '9999-12-31');
    expect(days.reduce((sum, { unanswered }) => sum + unanswered, 0)).toBe(180);
  });

  it('keep what they said they kept when one is killed in the middle', async () => {
    const file = join(await temporaryFolder(), 'yinju.db');
    const shard = await startShard(file, 'killed', 100_000);
    shard.child.stdin.write('go\n');
    const other = await startShard(file, 'living', 30);
    other.child.stdin.write('go\n');
    while (!shard.lines.includes('kept 40')) await once(shard.child.stdout, 'data');
    shard.child.kill('SIGKILL');
    await Promise.all([shard.ended, other.ended]);
    expect(other.lines.at(-1)).toBe('kept 29');
    const kept = shard.lines.length - 1;
    const store = await open(file);
    const texts = new Set((await store.users.exportUser('killed')).questions.map(({ text }) => text));
    for (let index = 0; index < kept; index += 1) expect(texts).toContain(`killed ${index}`);
    expect(texts.size).toBeLessThanOrEqual(kept + 1);
    expect((await store.users.deleteUser('killed')).questions).toBe(texts.size);
  });
});
