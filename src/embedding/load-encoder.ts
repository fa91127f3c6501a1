import { basename, join, resolve } from 'node:path';
import type { FileSystem } from '../shared/file-system.js';
import { sha256 } from '../shared/sha256.js';
import type { Encoder } from './encoder.js';
import { hubModelFiles, type HubAccess } from './hub-model.js';
import { modelFolder } from './hub-model-record.js';
import { presetOf } from './known-models.js';
import { localModelFiles, type ModelFiles } from './model-files.js';
import { originOf, type ModelPreset } from './model-presets.js';
import { MODEL_SETTINGS_FILE, parseModelSettings } from './model-settings-schema.js';
import { ModelUnavailableError } from './model-unavailable-error.js';
import { loadTransformersEncoder } from './transformers-encoder.js';

export interface LoadEncoderOptions extends HubAccess {
  /** `zh-en` (built in), a folder (absolute, or beginning with `./` or `../`), or a name on the hub (owner/name). */
  readonly model: string;
  /** The folder of the built-in models: embeddings/models. */
  readonly modelsFolder: string;
}

/**
 * Loads an encoder. The built-in one and those of a folder never use the network; one of the hub does until it has been
 * downloaded, once. What a `yinju-model.json` says of it wins over what is known of it. transformers.js itself is imported
 * here for the first time.
 * @throws ModelUnavailableError
 */
export async function loadEncoder(options: LoadEncoderOptions): Promise<Encoder> {
  const { model, modelsFolder, cacheFolder, fileSystem } = options;
  const origin = originOf(model);
  if (origin === 'hub') {
    const { preset, hashes } = await settingsOf(model, modelFolder(cacheFolder, model), fileSystem);
    const files = await hubModelFiles({ ...options, dtype: preset.dtype });
    return loadTransformersEncoder(model, model, withHashes(files, hashes), preset, fileSystem);
  }
  const folder = origin === 'built-in' ? resolve(modelsFolder, model) : resolve(model);
  const { preset, hashes } = await settingsOf(model, folder, fileSystem);
  const files = await localModelFiles(model, folder, preset, fileSystem, options.availableMemory ?? null);
  return loadTransformersEncoder(model, basename(folder), withHashes(files, hashes), preset, fileSystem);
}

/** The settings count as a file of the model: whoever changes them has another encoder. */
const withHashes = (files: ModelFiles, hashes: ModelFiles['hashes']): ModelFiles => ({
  folder: files.folder,
  hashes: { ...files.hashes, ...hashes },
});

/** What is known of a model, and what the file beside it says, with the hash of that file. */
async function settingsOf(
  model: string,
  folder: string,
  fileSystem: FileSystem,
): Promise<{ readonly preset: ModelPreset; readonly hashes: ModelFiles['hashes'] }> {
  const path = join(folder, MODEL_SETTINGS_FILE);
  if ((await fileSystem.stat(path)) === null) return { preset: presetOf(model), hashes: {} };
  const bytes = await fileSystem.readFile(path);
  const parsed = parseModelSettings(Buffer.from(bytes).toString('utf8'));
  if (parsed.status === 'wrong')
    throw new ModelUnavailableError(model, `${path} ${parsed.reason}`, {
      remedy: `Correct the file, or remove it to go on with what is known of ${model}.`,
    });
  return { preset: { ...presetOf(model), ...parsed.settings }, hashes: { [MODEL_SETTINGS_FILE]: sha256(bytes) } };
}
