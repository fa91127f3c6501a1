import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Encoder } from '../../../src/embedding/encoder.js';
import { loadEncoder } from '../../../src/embedding/load-encoder.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { MODELS_FOLDER } from '../../support/built-in-encoder.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { PROJECTION, TEXT_DIMENSION, TOKEN_DIMENSION, writeTinyModel } from '../../support/tiny-model.js';

async function loadTiny(settings: object, modelType: 'bert' | 'gemma3_text' = 'bert'): Promise<Encoder> {
  const folder = await temporaryFolder();
  await writeTinyModel(folder, modelType);
  await writeFile(join(folder, 'yinju-model.json'), JSON.stringify(settings));
  const encoder = await loadEncoder({
    model: folder,
    modelsFolder: MODELS_FOLDER,
    cacheFolder: join(folder, 'none'),
    endpoint: 'http://127.0.0.1:1',
    fileSystem: nodeFileSystem,
  });
  onTestFinished(() => encoder.close());
  return encoder;
}

const TEXTS = ['网络安全', '举报', '任何个人和组织有权对危害网络安全的行为向网信、电信、公安等部门举报。'];

const unit = (vector: readonly number[]): readonly number[] => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

function expectNear(found: Float32Array | undefined, wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries()) expect(found?.[at]).toBeCloseTo(value, 5);
}

describe('a model of the form of embeddinggemma', () => {
  it.each(['bert', 'gemma3_text'] as const)('is pooled by itself, run as %s', async (modelType) => {
    const pooling = await loadTiny({ pooling: 'model' }, modelType);
    const mean = await loadTiny({ pooling: 'mean' }, modelType);
    expect(pooling.identity).toMatchObject({ pooling: 'model', dimension: TEXT_DIMENSION });
    expect(mean.identity).toMatchObject({ pooling: 'mean', dimension: TOKEN_DIMENSION });
    const [byModel, means] = [await pooling.encode(TEXTS, 'query'), await mean.encode(TEXTS, 'query')];
    for (const [text, vector] of means.entries()) {
      const projected = Array.from({ length: TEXT_DIMENSION }, (_, at) =>
        vector.reduce((sum, value, from) => sum + value * (PROJECTION[from * TEXT_DIMENSION + at] ?? 0), 0),
      );
      expectNear(byModel[text], unit(projected));
    }
  });

  it('gets its prefixes before the text', async () => {
    const prefixes = { queryPrefix: 'task: search result | query: ', passagePrefix: 'title: none | text: ' };
    const [marked, plain] = [await loadTiny({ pooling: 'model', ...prefixes }), await loadTiny({ pooling: 'model' })];
    const [asQuery, asPassage] = await Promise.all([
      marked.encode(['举报'], 'query'),
      marked.encode(['举报'], 'passage'),
    ]);
    expect(asQuery).toEqual(await plain.encode(['task: search result | query: 举报'], 'query'));
    expect(asPassage).toEqual(await plain.encode(['title: none | text: 举报'], 'query'));
  });

  it('is known by its file of weights and by what is said of it', async () => {
    const { identity } = await loadTiny({ pooling: 'model' });
    expect(Object.keys(identity.files).sort()).toEqual([
      'config.json',
      'onnx/model_quantized.onnx',
      'onnx/model_quantized.onnx_data',
      'tokenizer.json',
      'tokenizer_config.json',
      'yinju-model.json',
    ]);
    const other = (await loadTiny({ pooling: 'model', simplified: true })).identity;
    expect({ ...other, files: {}, model: '' }).toEqual({ ...identity, files: {}, model: '' });
    expect(other.files).not.toEqual(identity.files);
  });
});

describe('the vector of one token', () => {
  it.each(['cls', 'last_token'] as const)('is that of the text, whatever is beside it: %s', async (pooling) => {
    const encoder = await loadTiny({ pooling });
    const together = await encoder.encode(TEXTS, 'query');
    for (const [place, text] of TEXTS.entries()) {
      const [alone] = await encoder.encode([text], 'query');
      expectNear(together[place], [...(alone ?? [])]);
    }
  });

  it('is that of the first or of the last one', async () => {
    const [first, last] = [await loadTiny({ pooling: 'cls' }), await loadTiny({ pooling: 'last_token' })];
    // The tokenizer puts [CLS] before every text; a single character between spaces is one token.
    const [cls = [], ofOther = []] = await first.encode(['报 安', '举报'], 'query');
    expect([...cls]).toEqual([...ofOther]);
    const [both, same = [], other = []] = await last.encode(['报 安', '安', '报'], 'query');
    expectNear(both, [...same]);
    expect([...other]).not.toEqual([...same]);
  });
});
