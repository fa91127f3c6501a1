import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/documents/document.js';
import { buildIndex } from '../../../src/indexing/build-index.js';
import { IndexBuildError, IndexReadError } from '../../../src/indexing/index-errors.js';
import { openIndex } from '../../../src/indexing/open-index.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { FailingFileSystem, WRITING_OPERATIONS } from '../../support/failing-file-system.js';
import type { Fault } from '../../support/failing-file-system.js';
import { answersOf } from '../../support/index-answers.js';
import { buildRequest, documentOf, openRequest, processesOf } from '../../support/index-fixture.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const BEFORE = [documentOf('a', ['网络安全宣传周', '数据安全']), documentOf('b', ['universities'])];
const AFTER = [documentOf('a', ['网络安全宣传周', '数据处理']), documentOf('c', ['cybersecurity'])];
const QUESTIONS = ['网络安全', 'cybersecurity'];
const SOURCES = [{ path: 'a.txt', size: 1, modified: 2 }];

async function answers(folder: string): Promise<unknown> {
  const opened = await openIndex(openRequest(folder));
  if (opened.status !== 'ready') throw new Error(`the index is ${opened.status}`);
  return answersOf(opened.generation, QUESTIONS);
}

/** How many calls a build makes that grows an index. */
async function countCalls(operations: Fault['operations']): Promise<number> {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, BEFORE));
  const fileSystem = new FailingFileSystem(nodeFileSystem, null, operations ?? null);
  await buildIndex(buildRequest(folder, AFTER, { fileSystem, sources: SOURCES }));
  return fileSystem.calls;
}

/** What the index answers before and after a build. */
interface Expected {
  readonly before: unknown;
  readonly after: unknown;
}

async function expectedAnswers(): Promise<Expected> {
  return { before: await answersOver(BEFORE), after: await answersOver(AFTER) };
}

/** Every call of a build is made to fail once, each time in a new index: that takes a while on a busy machine. */
const LONG = 120_000;

/** What an index of these documents, built from nothing over a file system without a fault, answers. */
async function answersOver(documents: readonly SourceDocument[]): Promise<unknown> {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, documents));
  return answers(folder);
}

/** Builds over a file system with a fault, and checks what must hold whatever happened. */
async function buildWithFault(fault: Fault, { before, after }: Expected): Promise<'failed' | 'built'> {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, BEFORE));
  const fileSystem = new FailingFileSystem(nodeFileSystem, fault);
  const outcome = await buildIndex(buildRequest(folder, AFTER, { fileSystem, sources: SOURCES })).then(
    (report) => {
      // Whatever failed without stopping the build was either tried again, or is told.
      expect(report.outcome).toBe('built');
      return 'built' as const;
    },
    (error: unknown) => {
      expect([IndexBuildError, IndexReadError].some((type) => error instanceof type)).toBe(true);
      expect(error).toMatchObject({ errorCode: fault.code, message: expect.stringContaining(fault.code) as string });
      expect(error).toHaveProperty('remedy', expect.stringMatching(/./));
      return 'failed' as const;
    },
  );
  expect(fileSystem.failures).toBeGreaterThan(0);
  if (outcome === 'failed') expect(await answers(folder)).toEqual(before);

  // The next run is another process: where even the lock could not be removed, its owner is dead by then.
  const processes = processesOf({ pid: 200, mark: 'boot/2' });
  await buildIndex(buildRequest(folder, AFTER, { processes }));
  expect(await answers(folder)).toEqual(after);
  return outcome;
}

describe('a build over a file system that fails', () => {
  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'] as const)(
    'with %s once, at every call in turn: the old index serves, or the new one, and the next build succeeds',
    async (code) => {
      const calls = await countCalls(undefined);
      const expected = await expectedAnswers();
      const outcomes: string[] = [];
      for (let at = 1; at <= calls; at += 1) outcomes.push(await buildWithFault({ code, at }, expected));
      expect(outcomes).toContain('failed');
      expect(outcomes[0]).toBe('failed');
    },
    LONG,
  );

  it(
    'that cuts a file in two, at every write in turn',
    async () => {
      const operations = ['writeFile', 'createFile'] as const;
      const calls = await countCalls(operations);
      expect(calls).toBeGreaterThan(6);
      const expected = await expectedAnswers();
      for (let at = 1; at <= calls; at += 1)
        await buildWithFault({ code: 'ENOSPC', at, operations, cut: true }, expected);
    },
    LONG,
  );

  it(
    'from some write on for good, as a disk that is full',
    async () => {
      const calls = await countCalls(WRITING_OPERATIONS);
      const expected = await expectedAnswers();
      for (let at = 1; at <= calls; at += 1)
        await buildWithFault({ code: 'ENOSPC', at, operations: WRITING_OPERATIONS, lasting: true }, expected);
    },
    LONG,
  );

  it('leaves nothing of a failed build where it can still remove', async () => {
    const calls = await countCalls(['writeFile']);
    for (let at = 1; at <= calls; at += 1) {
      const folder = await temporaryFolder();
      await buildIndex(buildRequest(folder, BEFORE));
      const before = await readdir(join(folder, 'index'), { recursive: true });
      const fault = { code: 'ENOSPC', at, operations: ['writeFile'], cut: true } as const;
      const fileSystem = new FailingFileSystem(nodeFileSystem, fault);
      // The last write notes the sources, when the index is in place already: that alone is told, not thrown.
      const failed = await buildIndex(buildRequest(folder, AFTER, { fileSystem, sources: SOURCES })).then(
        () => false,
        () => true,
      );
      expect(failed).toBe(at < calls);
      const after = await readdir(join(folder, 'index'), { recursive: true });
      if (failed) expect(after).toEqual(before);
      expect(after.filter((name) => /tmp|LOCK/.test(name))).toEqual([]);
    }
  });

  it('says what happened and what to do, and keeps the cause', async () => {
    const folder = await temporaryFolder();
    const fileSystem = new FailingFileSystem(nodeFileSystem, { code: 'ENOSPC', at: 1, operations: ['writeFile'] });
    const error = await buildIndex(buildRequest(folder, BEFORE, { fileSystem })).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'index-build',
      folder: join(folder, 'index'),
      message: `The index in ${join(folder, 'index')} could not be built: no space is left on the disk (ENOSPC). An index that was there still serves.`,
      remedy: 'Make room on the disk, then run `npx yinju index`.',
      cause: { code: 'ENOSPC' },
    });
  });
});
