import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEncoder } from '../../../../build/embedding/load-encoder.js';
import { nodeFileSystem } from '../../../../build/shared/node-file-system.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');

/** The encoder that ships with Yinju, from its folder: nothing is downloaded. */
export function loadBuiltInEncoder() {
  return loadEncoder({
    model: 'zh-en',
    modelsFolder: join(ROOT, 'embeddings', 'models'),
    cacheFolder: tmpdir(),
    endpoint: 'http://127.0.0.1:1',
    fileSystem: nodeFileSystem,
  });
}
