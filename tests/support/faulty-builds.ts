import { expect } from 'vitest';
import type { SourceDocument } from '../../src/documents/document.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { IndexBuildError, IndexReadError } from '../../src/indexing/index-errors.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { FailingFileSystem, type Fault } from './failing-file-system.js';
import { answersOf } from './index-answers.js';
import { buildRequest, documentOf, openRequest, processesOf } from './index-fixture.js';
import { temporaryFolder } from './temporary-folder.js';

/** What an index holds, and what a build that shall fail would make of it. */
export const BEFORE = [documentOf('a', ['网络安全宣传周', '数据安全']), documentOf('b', ['universities'])];
export const AFTER = [documentOf('a', ['网络安全宣传周', '数据处理']), documentOf('c', ['cybersecurity'])];
const QUESTIONS = ['网络安全', 'cybersecurity'];
export const SOURCES = [{ path: 'a.txt', size: 1, modified: 2 }];

async function answers(folder: string): Promise<unknown> {
  const opened = await openIndex(openRequest(folder));
  if (opened.status !== 'ready') throw new Error(`the index is ${opened.status}`);
  return answersOf(opened.generation, QUESTIONS);
}

/** How many calls a build makes that grows an index; all operations count where none are named. */
export async function countCalls(operations: Fault['operations']): Promise<number> {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, BEFORE));
  const fileSystem = new FailingFileSystem(nodeFileSystem, null, operations ?? null);
  await buildIndex(buildRequest(folder, AFTER, { fileSystem, sources: SOURCES }));
  return fileSystem.calls;
}

/** What the index answers before and after a build. */
export interface Expected {
  readonly before: unknown;
  readonly after: unknown;
}

export async function expectedAnswers(): Promise<Expected> {
  return { before: await answersOver(BEFORE), after: await answersOver(AFTER) };
}

/** What an index of these documents, built from nothing over a file system without a fault, answers. */
async function answersOver(documents: readonly SourceDocument[]): Promise<unknown> {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, documents));
  return answers(folder);
}

/** Builds over a file system with a fault, and checks what must hold whatever happened. */
export async function buildWithFault(fault: Fault, { before, after }: Expected): Promise<'failed' | 'built'> {
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
