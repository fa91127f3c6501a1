import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openIndex } from '../../src/indexing/open-index.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { temporaryFolder } from './temporary-folder.js';

const CHILD = join(import.meta.dirname, 'build-index-child.js');

/** Builds in a child process that dies at a call of the file system. Its report, or null where it died. */
async function build(folder: string, words: string, call?: number): Promise<Record<string, unknown> | null> {
  const child = spawn(process.execPath, [CHILD, folder, words, ...(call === undefined ? [] : [String(call)])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (call !== undefined && signal === 'SIGKILL') return null;
  expect(code).toBe(0);
  return JSON.parse(output) as Record<string, unknown>;
}

/** The ids of the documents that the index serves. */
async function served(folder: string): Promise<readonly string[]> {
  const opened = await openIndex({
    fileSystem: nodeFileSystem,
    folder,
    encoder: null,
    versions: null,
    sources: null,
    loadHnsw: () => Promise.resolve({ status: 'unavailable', reason: 'not used in this test' }),
  });
  if (opened.status !== 'ready') throw new Error(`the index is ${opened.status}`);
  return (await opened.generation.documents(['global'])).map(({ id }) => id);
}

/** Lets a minute pass for a lock that was left: one that was killed while it was written names nobody, and is kept for a while. */
async function ageLock(folder: string): Promise<void> {
  const [lock, past] = [join(folder, 'LOCK'), new Date(Date.now() - 60_000)];
  if (existsSync(lock)) await utimes(lock, past, past);
}

function noticesOf(report: Record<string, unknown> | null): string {
  const notices = (report?.['notices'] ?? []) as readonly { readonly key: string }[];
  return notices.map(({ key }) => key).join();
}

/**
 * Kills a build at every call of the file system in turn, each time over an index that was there before, and checks after each
 * that one whole index serves and that the next build succeeds.
 * @returns what served after each kill: ids of documents, separated by commas
 */
export async function killBuilds(): Promise<readonly string[]> {
  const folder = join(await temporaryFolder(), 'index');
  expect(await build(folder, 'old,same')).toMatchObject({ outcome: 'built', documents: 2 });
  const calls = Number((await build(folder, 'new,same'))?.['calls']);
  await build(folder, 'old,same');

  const outcomes: string[] = [];
  for (let call = 1; call <= calls; call += 1) {
    expect(await build(folder, 'new,same', call)).toBeNull();
    const documents = (await served(folder)).join();
    expect(['old,same', 'new,same']).toContain(documents);
    outcomes.push(documents);
    await ageLock(folder);
    const next = await build(folder, 'old,same');
    expect(await served(folder)).toEqual(['old', 'same']);
    // The lock of the dead process, where it got as far as that and no further than the end.
    expect(['', 'lock-taken-over']).toContain(noticesOf(next));
  }
  return outcomes;
}
