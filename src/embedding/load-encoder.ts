import { basename, resolve } from 'node:path';
import type { FileSystem } from '../shared/file-system.js';
import type { Encoder } from './encoder.js';
import { hubModelFiles, type DownloadProgress } from './hub-model.js';
import { localModelFiles } from './model-files.js';
import { originOf, presetOf, type ModelPreset } from './model-presets.js';
import { loadTransformersEncoder } from './transformers-encoder.js';

export interface LoadEncoderOptions {
  /** `zh-en` (built in), a folder (absolute, or beginning with `./` or `../`), or a name on the hub (owner/name). */
  readonly model: string;
  /** The folder of the built-in models: embeddings/models. */
  readonly modelsFolder: string;
  /** Where downloaded models are kept. */
  readonly cacheFolder: string;
  /** Address of the hub, such as https://huggingface.co. */
  readonly endpoint: string;
  readonly fileSystem: FileSystem;
  /** What the settings say of a model that is not known; the rest is the preset's. */
  readonly preset?: Partial<ModelPreset>;
  /** Called while a model is downloaded. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Loads an encoder. The built-in one and those of a folder never use the network; one of the hub does until it has been
 * downloaded, once. transformers.js itself is imported here for the first time.
 * @throws ModelUnavailableError
 */
export async function loadEncoder(options: LoadEncoderOptions): Promise<Encoder> {
  const { model, modelsFolder, fileSystem } = options;
  const preset = { ...presetOf(model), ...options.preset };
  const origin = originOf(model);
  if (origin === 'hub')
    return loadTransformersEncoder(model, model, await hubModelFiles({ ...options, dtype: preset.dtype }), preset);
  const folder = origin === 'built-in' ? resolve(modelsFolder, model) : resolve(model);
  const files = await localModelFiles(model, folder, preset.dtype, fileSystem);
  return loadTransformersEncoder(model, basename(folder), files, preset);
}
