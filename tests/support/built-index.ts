import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runYinju } from './run-yinju.js';

/** An index of the documents that come with the program. */
export interface BuiltIndex {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Builds one, for the tests of a file that start the program often; they remove it when all have run. */
export async function buildIndexOnce(): Promise<BuiltIndex> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'yinju-index-')));
  const { code, stderr } = await runYinju(['index', '--index', folder]);
  if (code !== 0) throw new Error(`The index was not built:\n${stderr}`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
