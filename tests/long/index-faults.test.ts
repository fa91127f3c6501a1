import { describe, expect, it } from 'vitest';
import { WRITING_OPERATIONS, type Fault, type FileOperation } from '../support/failing-file-system.js';
import { buildWithFault, countCalls, expectedAnswers } from '../support/faulty-builds.js';

const CODES = ['ENOSPC', 'EROFS', 'EACCES', 'EIO'] as const;
const FILE_WRITES: readonly FileOperation[] = ['writeFile', 'createFile'];

/** The faults of one sort, one for every call that they can hit. */
async function faultsOf(shape: Omit<Fault, 'at'>): Promise<readonly Fault[]> {
  const calls = await countCalls(shape.operations);
  return Array.from({ length: calls }, (_, index) => ({ ...shape, at: index + 1 }));
}

describe.each(CODES)('a build over a file system that fails with %s, at every call in turn', (code) => {
  it.each<readonly [string, Omit<Fault, 'at'>]>([
    ['once, whatever the call', { code }],
    ['once, in the middle of a file', { code, operations: FILE_WRITES, cut: true }],
    ['at every write from then on', { code, operations: WRITING_OPERATIONS, lasting: true }],
    [
      'at every write from then on, in the middle of a file',
      { code, operations: FILE_WRITES, cut: true, lasting: true },
    ],
  ])('%s: the old index serves, or the new one, and the next build succeeds', async (_, shape) => {
    const expected = await expectedAnswers();
    const outcomes: string[] = [];
    for (const fault of await faultsOf(shape)) outcomes.push(await buildWithFault(fault, expected));
    expect(outcomes).toContain('failed');
    expect(outcomes.length).toBeGreaterThan(6);
  });
});
