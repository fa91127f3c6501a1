import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/indexing/build-index.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { FailingFileSystem, WRITING_OPERATIONS } from '../support/failing-file-system.js';
import { AFTER, BEFORE, buildWithFault, countCalls, expectedAnswers, SOURCES } from '../support/faulty-builds.js';
import { buildRequest } from '../support/index-fixture.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Each build is made in a new index: that takes a while on a busy machine. */
const LONG = 120_000;
/** The calls that are made to fail here: every so many. tests/long/index-faults.test.ts takes every one. */
const STRIDE = 5;

describe('a build over a file system that fails', () => {
  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'] as const)(
    'with %s once: the old index serves, or the new one, and the next build succeeds',
    async (code) => {
      const calls = await countCalls(undefined);
      const expected = await expectedAnswers();
      const outcomes: string[] = [];
      for (let at = 1; at <= calls; at += STRIDE) outcomes.push(await buildWithFault({ code, at }, expected));
      expect(outcomes[0]).toBe('failed');
    },
    LONG,
  );

  it(
    'that cuts a file in two',
    async () => {
      const operations = ['writeFile', 'createFile'] as const;
      const calls = await countCalls(operations);
      expect(calls).toBeGreaterThan(6);
      const expected = await expectedAnswers();
      for (let at = 1; at <= calls; at += STRIDE)
        await buildWithFault({ code: 'ENOSPC', at, operations, cut: true }, expected);
    },
    LONG,
  );

  it(
    'from some write on for good, as a disk that is full',
    async () => {
      const calls = await countCalls(WRITING_OPERATIONS);
      const expected = await expectedAnswers();
      for (let at = 1; at <= calls; at += STRIDE)
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
