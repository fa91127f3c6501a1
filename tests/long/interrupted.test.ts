import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLockOwner } from '../../src/indexing/lock/lock-owner-schema.js';
import { nodeProcessTable } from '../../src/indexing/lock/node-process-table.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { runYinju, type RunOptions } from '../support/run-yinju.js';

const OLD = '网络安全宣传周\n\n网络安全宣传周的主题是网络安全为人民。\n';
/** So many passages that a build of them can be caught in the middle. */
const PAGES = 200;
const pageOf = (page: number): string =>
  Array.from({ length: 60 }, (_, line) => `第${page}页第${line}段说的是数据安全和网络安全。`).join('\n\n');

let folder = '';
const data = (): string => join(folder, 'data');
const index = (): string => join(folder, 'index');
const lock = (): string => join(index(), 'LOCK');
const build = (options?: RunOptions) => runYinju(['index', '--data', data(), '--index', index()], options);

/** How many documents the index serves, whatever the data folder holds now. */
async function served(): Promise<number> {
  const loadHnsw = () => Promise.resolve({ status: 'unavailable', reason: 'not used in this test' } as const);
  const any = { encoder: null, versions: null, sources: null };
  const opened = await openIndex({ fileSystem: nodeFileSystem, folder: index(), loadHnsw, ...any });
  if (opened.status !== 'ready') throw new Error(`The index is ${opened.status}`);
  return opened.generation.summary.documents;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-interrupted-'));
  await mkdir(data());
  await writeFile(join(data(), 'old.txt'), OLD);
  expect(await build()).toMatchObject({ code: 0 });
  for (let page = 0; page < PAGES; page += 1) await writeFile(join(data(), `page-${page}.txt`), pageOf(page));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Sends a signal, once, as soon as passages are being encoded. */
function signalled(signal: NodeJS.Signals): RunOptions {
  let sent = false;
  return {
    onOutput: ({ stderr }, { kill }) => {
      if (sent || !stderr.includes('Encoding passages')) return;
      sent = true;
      kill(signal);
    },
  };
}

describe('yinju index, interrupted', () => {
  it('ends at once on Ctrl-C, leaves the old index serving and no lock behind', async () => {
    const run = await build(signalled('SIGINT'));
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/Interrupted\.\n$/);
    expect(await served()).toBe(1);
    expect(existsSync(lock())).toBe(false);
  });

  it('refuses to build while somebody else does, and names process, host and start', async () => {
    const owner = { ...(await nodeProcessTable.self()), since: '2026-01-02T03:04:05.000Z' };
    await writeFile(lock(), writeLockOwner(owner));
    const run = await build();
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(`being built by process ${process.pid} on ${owner.host}, started ${owner.startedAt}`);
    expect(await served()).toBe(1);
    await rm(lock());
  });

  it('killed, leaves the old index serving; the next build takes over its lock and says so', async () => {
    const killed = await build(signalled('SIGKILL'));
    expect(killed.code).toBeNull();
    expect(await served()).toBe(1);
    expect(existsSync(lock())).toBe(true);

    const next = await build();
    expect(next).toMatchObject({ code: 0 });
    expect(next.stderr).toMatch(/The lock of process \d+ on \S+ was taken over: it no longer runs\./);
    expect(await served()).toBe(PAGES + 1);
    expect(existsSync(lock())).toBe(false);
  });

  it('started twice at once, builds one whole index: the other waits for nothing and says why', async () => {
    await writeFile(join(data(), 'newer.txt'), OLD);
    const runs = await Promise.all([build(), build()]);
    const refused = runs.filter(({ code }) => code !== 0);
    expect(refused.length).toBeLessThan(2);
    for (const { code, stderr } of refused) {
      expect(code).toBe(1);
      expect(stderr).toMatch(/The index is being built by /);
    }
    expect(await served()).toBe(PAGES + 2);
    expect(existsSync(lock())).toBe(false);
  });
});

describe('yinju ask, whose reader has seen enough', () => {
  it('ends without a word', async () => {
    const input = `${JSON.stringify({ question: '网络安全宣传周的主题是什么？' })}\n`.repeat(2_000);
    const run = await runYinju(['ask', '--input', '-', '--json', '--data', data(), '--index', index()], {
      input,
      onOutput: (_, { closeOutput }) => closeOutput(),
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).not.toBe('');
    expect(run.stdout.split('\n').length).toBeLessThan(2_000);
  });
});
