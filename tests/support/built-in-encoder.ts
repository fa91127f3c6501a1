import { join } from 'node:path';
import type { Encoder } from '../../src/embedding/encoder.js';
import { loadEncoder } from '../../src/embedding/load-encoder.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';

/** The folder of the models that come with Yinju. */
export const MODELS_FOLDER = join(import.meta.dirname, '..', '..', 'embeddings', 'models');

/** The built-in encoder, with a hub at which nobody listens: a request would fail the test. */
export function loadBuiltInEncoder(): Promise<Encoder> {
  return loadEncoder({
    model: 'zh-en',
    modelsFolder: MODELS_FOLDER,
    cacheFolder: join(MODELS_FOLDER, 'none'),
    endpoint: 'http://127.0.0.1:1',
    fileSystem: nodeFileSystem,
  });
}
