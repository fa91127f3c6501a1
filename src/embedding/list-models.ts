import { join } from 'node:path';
import type { FileSystem } from '../shared/file-system.js';
import { readRecord } from './hub-model-record.js';
import { KNOWN_MODELS, type KnownModel } from './known-models.js';
import { originOf } from './model-presets.js';

type Facts = Pick<KnownModel, 'dimension' | 'megabytes' | 'languages' | 'licence'>;
type Unsure<Known> = { readonly [Fact in keyof Known]: Known[Fact] | null };

/** A model that can be used, with what is known of it; null where that is not known. */
export interface ListedModel extends Unsure<Facts> {
  readonly name: string;
  readonly inUse: boolean;
  /** `hub`: not downloaded. */
  readonly place: 'built-in' | 'downloaded' | 'hub' | 'folder';
}

/**
 * Known models, then those that were downloaded besides, then the one in use where it is neither. Looks at the names of
 * downloaded files only; whether they are right shows when they are loaded.
 */
export async function listModels(
  inUse: string,
  cacheFolder: string,
  fileSystem: FileSystem,
): Promise<readonly ListedModel[]> {
  const downloaded = await downloadedModels(cacheFolder, fileSystem);
  const known = new Map(KNOWN_MODELS.map((model) => [model.name, model]));
  const names = new Set([...known.keys(), ...downloaded, inUse]);
  return [...names].map((name) => {
    const origin = originOf(name);
    return {
      name,
      ...factsOf(known.get(name)),
      inUse: name === inUse,
      place: origin === 'hub' && downloaded.has(name) ? 'downloaded' : origin,
    };
  });
}

const factsOf = (known: KnownModel | undefined): Unsure<Facts> => ({
  dimension: known?.dimension ?? null,
  megabytes: known?.megabytes ?? null,
  languages: known?.languages ?? null,
  licence: known?.licence ?? null,
});

/** Names of the models that are complete in the cache, in any number format. */
async function downloadedModels(cacheFolder: string, fileSystem: FileSystem): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const model of await foldersIn(cacheFolder, fileSystem))
    for (const folder of await foldersIn(model, fileSystem)) {
      const record = await readRecord(folder, fileSystem);
      if (record !== null && (await hasAll(folder, Object.keys(record.files), fileSystem))) names.add(record.model);
    }
  return names;
}

async function foldersIn(folder: string, fileSystem: FileSystem): Promise<readonly string[]> {
  if ((await fileSystem.stat(folder)) === null) return [];
  const entries = await fileSystem.list(folder);
  return entries.filter(({ kind }) => kind === 'folder').map(({ name }) => join(folder, name));
}

async function hasAll(folder: string, files: readonly string[], fileSystem: FileSystem): Promise<boolean> {
  for (const file of files) if ((await fileSystem.stat(join(folder, file))) === null) return false;
  return true;
}
