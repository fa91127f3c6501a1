import { join } from 'node:path';
import { writeFileAtomically } from '../shared/atomic-write.js';
import { YinjuError } from '../shared/errors.js';
import type { FileSystem } from '../shared/file-system.js';
import { fieldOf, parseJson } from './model-files.js';
import { BUILT_IN_MODEL } from './model-presets.js';

/** Beside the index that is made with it: another index may have another one. */
const FILE = 'model.json';

/** The note of the model that was chosen for an index cannot be read. Nothing was changed. */
export class ChosenModelError extends YinjuError {
  readonly code = 'chosen-model';

  constructor(readonly file: string) {
    super(`The file ${file} does not say which encoder was chosen for the index.`, {
      remedy: 'Choose it again with `npx yinju model use NAME`, or delete the file to go on with the built-in encoder.',
    });
  }
}

/** The model that encodes, and why it. */
export interface ModelInUse {
  readonly model: string;
  /** By the setting EMBEDDING_MODEL, by a choice for this index, or because there is neither. */
  readonly by: 'setting' | 'choice' | 'default';
}

/**
 * Which model encodes for an index. Read anew with every opening, so that a running process follows a choice.
 * @param setting the one that the settings name, which wins; null where they name none
 * @throws ChosenModelError; what the file system throws
 */
export async function modelInUse(
  setting: string | null,
  fileSystem: FileSystem,
  indexFolder: string,
): Promise<ModelInUse> {
  if (setting !== null) return { model: setting, by: 'setting' };
  const file = join(indexFolder, FILE);
  if ((await fileSystem.stat(file)) === null) return { model: BUILT_IN_MODEL, by: 'default' };
  const model = fieldOf(parseJson(await fileSystem.readFile(file)), 'model');
  if (typeof model !== 'string' || model === '') throw new ChosenModelError(file);
  return { model, by: 'choice' };
}

/**
 * Notes the choice for an index, which has been built with it: noted before, it would have others build the same index,
 * while it is built. @throws what the file system throws
 */
export async function chooseModel(model: string, fileSystem: FileSystem, indexFolder: string): Promise<void> {
  await writeFileAtomically(fileSystem, join(indexFolder, FILE), Buffer.from(`${JSON.stringify({ model })}\n`));
}
