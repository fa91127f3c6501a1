import { join, resolve } from 'node:path';
import type { FileSystem } from '../shared/file-system.js';
import { hashFile } from '../shared/hash-file.js';
import { fieldOf, isWeights, parseJson } from './model-files.js';
import type { ModelPreset } from './model-presets.js';

/** The files of a downloaded model: written last, so a folder with this record is complete. */
const RECORD = 'download.json';

/** A model that was downloaded. */
export interface DownloadRecord {
  readonly model: string;
  /** Commit that all files came from, or `main` where the hub named none. */
  readonly revision: string;
  /** SHA-256 by path below the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where a model of the hub has all that belongs to it. */
export function modelFolder(cacheFolder: string, model: string): string {
  return resolve(cacheFolder, model.replace('/', '--'));
}

/** Where its files in one number format lie. */
export function downloadFolder(cacheFolder: string, model: string, dtype: ModelPreset['dtype']): string {
  return join(modelFolder(cacheFolder, model), dtype);
}

/** The record of a folder, or null where nothing complete is there. */
export async function readRecord(folder: string, fileSystem: FileSystem): Promise<DownloadRecord | null> {
  if ((await fileSystem.stat(join(folder, RECORD))) === null) return null;
  const record = parseJson(await fileSystem.readFile(join(folder, RECORD)));
  const [model, revision] = [fieldOf(record, 'model'), fieldOf(record, 'revision')];
  const files = Object.entries(fieldOf(record, 'files') ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (typeof model !== 'string' || typeof revision !== 'string' || files.length === 0) return null;
  return { model, revision, files: Object.fromEntries(files) };
}

/** Notes that a folder is complete. */
export async function writeRecord(folder: string, record: DownloadRecord, fileSystem: FileSystem): Promise<void> {
  const path = join(folder, RECORD);
  await fileSystem.writeFile(`${path}.new`, Buffer.from(JSON.stringify(record)));
  await fileSystem.rename(`${path}.new`, path);
}

/** What is kept of a model. */
export type KeptModel =
  | { readonly status: 'absent' }
  /** This file is not what was downloaded. */
  | { readonly status: 'damaged'; readonly file: string }
  | { readonly status: 'whole'; readonly files: Readonly<Record<string, string>>; readonly weightBytes: number };

/** Looks at a folder, and hashes every file of its record. */
export async function inspectKept(folder: string, fileSystem: FileSystem): Promise<KeptModel> {
  const record = await readRecord(folder, fileSystem);
  if (record === null) return { status: 'absent' };
  let weightBytes = 0;
  for (const [file, expected] of Object.entries(record.files)) {
    const found = await hashFile(fileSystem, join(folder, file));
    if (found?.sha256 !== expected) return { status: 'damaged', file };
    if (isWeights(file)) weightBytes += found.size;
  }
  return { status: 'whole', files: record.files, weightBytes };
}
