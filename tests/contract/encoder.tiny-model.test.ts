import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { loadEncoder } from '../../src/embedding/load-encoder.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { MODELS_FOLDER } from '../support/built-in-encoder.js';
import { writeTinyModel } from '../support/tiny-model.js';
import { describeEncoder } from './encoder.js';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-tiny-'));
  await writeTinyModel(folder, 'gemma3_text');
  const settings = {
    pooling: 'model',
    queryPrefix: 'task: search result | query: ',
    passagePrefix: 'title: none | text: ',
  };
  await writeFile(join(folder, 'yinju-model.json'), JSON.stringify(settings));
});
afterAll(() => rm(folder, { recursive: true }));

describeEncoder('a model that pools by itself', () =>
  loadEncoder({
    model: folder,
    modelsFolder: MODELS_FOLDER,
    cacheFolder: folder,
    endpoint: 'http://127.0.0.1:9',
    fileSystem: nodeFileSystem,
  }),
);
