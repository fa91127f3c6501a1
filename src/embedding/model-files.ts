import { join } from 'node:path';
import type { FileSystem } from '../shared/file-system.js';
import { sha256 } from '../shared/sha256.js';
import { weightsFile, type ModelPreset } from './model-presets.js';
import { ModelUnavailableError } from './model-unavailable-error.js';

/** A model on this machine, ready to be loaded. */
export interface ModelFiles {
  /** Absolute. */
  readonly folder: string;
  /** SHA-256 of every file that is loaded, by its path below the folder, with forward slashes. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The files that every model has, by their paths below its folder. */
export function requiredFiles(dtype: ModelPreset['dtype']): readonly string[] {
  return ['config.json', 'tokenizer.json', 'tokenizer_config.json', weightsFile(dtype)];
}

/** Where a model keeps the weights that do not fit into its graph, if it has such a file. */
export function externalDataFile(dtype: ModelPreset['dtype']): string {
  return `${weightsFile(dtype)}_data`;
}

/**
 * Finds and hashes the files of a model in a folder.
 * @param model as it was asked for
 * @throws ModelUnavailableError where one is missing
 */
export async function localModelFiles(
  model: string,
  folder: string,
  dtype: ModelPreset['dtype'],
  fileSystem: FileSystem,
): Promise<ModelFiles> {
  const hashes: Record<string, string> = {};
  for (const file of requiredFiles(dtype)) {
    if ((await fileSystem.stat(join(folder, file))) === null)
      throw new ModelUnavailableError(model, `the file ${join(folder, file)} is missing`);
    hashes[file] = sha256(await fileSystem.readFile(join(folder, file)));
  }
  const data = externalDataFile(dtype);
  if ((await fileSystem.stat(join(folder, data))) !== null)
    hashes[data] = sha256(await fileSystem.readFile(join(folder, data)));
  return { folder, hashes };
}
