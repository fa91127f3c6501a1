import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../../src/indexing/build-index.js';
import { IndexLockedError } from '../../../../src/indexing/index-errors.js';
import { takeLock } from '../../../../src/indexing/lock/index-lock.js';
import type { LockTools } from '../../../../src/indexing/lock/index-lock.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';
import { buildRequest, documentOf, processesOf } from '../../../support/index-fixture.js';
import { HashingEncoder } from '../../../support/hashing-encoder.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const MINE = { pid: 100, host: 'here', startedAt: '2026-01-01T00:00:00.000Z', mark: 'boot/1' };
const OTHER = { pid: 7, host: 'here', startedAt: '2026-01-01T11:00:00.000Z', mark: 'boot/7' };
const SINCE = '2026-01-01T12:00:00.000Z';

const tools = (alive: readonly (typeof OTHER)[] = []): LockTools => ({
  fileSystem: nodeFileSystem,
  processes: processesOf(MINE, alive),
  clock: { now: () => new Date(SINCE), monotonic: () => 0 },
});

async function lockOf(owner: object): Promise<string> {
  const path = join(await temporaryFolder(), 'LOCK');
  await writeFile(path, `${JSON.stringify({ ...owner, since: SINCE })}\n`);
  return path;
}

describe('takeLock', () => {
  it('names process, host, start and time, and is gone after release', async () => {
    const folder = await temporaryFolder();
    const lock = await takeLock(tools(), join(folder, 'LOCK'));
    expect(JSON.parse(await readFile(join(folder, 'LOCK'), 'utf8'))).toEqual({ ...MINE, since: SINCE });
    expect(lock.takenFrom).toBeNull();
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses while its owner lives, and says who that is', async () => {
    const path = await lockOf(OTHER);
    const error: unknown = await takeLock(tools([OTHER]), path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(IndexLockedError);
    expect(error).toMatchObject({
      code: 'index-locked',
      owner: { pid: 7 },
      message: `The index is being built by process 7 on here, started 2026-01-01T11:00:00.000Z, since ${SINCE}: ${path}.`,
      remedy: 'Wait until it has finished and try again.',
    });
  });

  it.each([
    ['whose process is gone', [] as (typeof OTHER)[]],
    ['whose number belongs to a later process now', [{ ...OTHER, mark: 'boot/8' }]],
  ])('takes over a lock %s, and says from whom', async (_, alive) => {
    const path = await lockOf(OTHER);
    const lock = await takeLock(tools(alive), path);
    expect(lock.takenFrom).toMatchObject({ owner: { pid: 7 } });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: 100 });
    await lock.release();
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it('never takes a lock of another machine, and says which file to delete if that is gone', async () => {
    const path = await lockOf({ ...OTHER, host: 'elsewhere' });
    await expect(takeLock(tools(), path)).rejects.toMatchObject({
      code: 'index-locked',
      remedy: `Wait until it has finished. If that machine is gone or its process has ended, delete ${path} and try again.`,
    });
  });

  it.each(['', '{"pid":7', '[]', '{"pid":"7"}'])(
    'waits for the writer of the unfinished lock %j, but not for ever',
    async (content) => {
      const path = join(await temporaryFolder(), 'LOCK');
      await writeFile(path, content);
      const now = new Date(SINCE).getTime() / 1000;
      await utimes(path, now, now - 1);
      await expect(takeLock(tools(), path)).rejects.toMatchObject({ code: 'index-locked', owner: null });
      await utimes(path, now, now - 60);
      expect((await takeLock(tools(), path)).takenFrom).toEqual({ owner: null });
    },
  );

  it('gives a dead lock to one only of many who want it at once', async () => {
    const path = await lockOf(OTHER);
    const contenders = Array.from({ length: 8 }, (_, place) => ({ ...MINE, pid: 200 + place, mark: `boot/${place}` }));
    const results = await Promise.allSettled(
      contenders.map((self) =>
        takeLock({ ...tools(), processes: processesOf(self, contenders as (typeof OTHER)[]) }, path),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(IndexLockedError);
  });

  it('takes over the lock on a lock of one who died while taking over', async () => {
    const path = await lockOf(OTHER);
    await writeFile(`${path}.takeover`, JSON.stringify({ ...OTHER, pid: 8, since: SINCE }));
    await (await takeLock(tools(), path)).release();
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it('does not remove the lock of another who took it after it was deleted by hand', async () => {
    const path = join(await temporaryFolder(), 'LOCK');
    const lock = await takeLock(tools(), path);
    await writeFile(path, JSON.stringify({ ...OTHER, since: SINCE }));
    await lock.release();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: 7 });
  });
});

describe('two builds of one index at once', () => {
  it('are one build and one refusal', async () => {
    const folder = await temporaryFolder();
    const encoder = new HashingEncoder();
    let second: Promise<unknown> = Promise.resolve();
    const slow = {
      identity: encoder.identity,
      batchSize: encoder.batchSize,
      encode: async (texts: readonly string[]) => {
        second = buildIndex(buildRequest(folder, [])).catch((error: unknown) => error);
        expect(await second).toBeInstanceOf(IndexLockedError);
        return encoder.encode(texts, 'passage');
      },
      close: () => encoder.close(),
    };
    const report = await buildIndex(buildRequest(folder, [documentOf('a', ['text'])], { encoder: slow }));
    expect(report).toMatchObject({ outcome: 'built', documents: 1 });
    await second;
  });

  it('go on after a builder that died, with a notice', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'index'));
    await writeFile(join(folder, 'index', 'LOCK'), JSON.stringify({ ...OTHER, since: SINCE }));
    const report = await buildIndex(buildRequest(folder, []));
    expect(report.notices).toEqual([{ key: 'lock-taken-over', owner: { ...OTHER, since: SINCE } }]);
  });
});
