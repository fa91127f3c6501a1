import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Encoder } from '../../../src/embedding/encoder.js';
import { loadEncoder, type LoadEncoderOptions } from '../../../src/embedding/load-encoder.js';
import { ModelUnavailableError } from '../../../src/embedding/model-unavailable-error.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { loadBuiltInEncoder, MODELS_FOLDER } from '../../support/built-in-encoder.js';
import { startHubServer, type HubServer } from '../../support/hub-server.js';
import { writeTinyModel } from '../../support/tiny-model.js';

const MODEL = 'someone/small-model';
const WEIGHTS = 'onnx/model_quantized.onnx';
const FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', WEIGHTS, `${WEIGHTS}_data`];
const NOWHERE = 'http://127.0.0.1:1';

let folder: string;
let hub: HubServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-encoder-'));
  hub = await startHubServer(MODEL, join(MODELS_FOLDER, 'zh-en'));
});

afterEach(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

async function load(options: Partial<LoadEncoderOptions> = {}): Promise<Encoder> {
  const encoder = await loadEncoder({
    model: MODEL,
    modelsFolder: MODELS_FOLDER,
    cacheFolder: join(folder, 'cache'),
    endpoint: hub.endpoint,
    fileSystem: nodeFileSystem,
    ...options,
  });
  onTestFinished(() => encoder.close());
  return encoder;
}

async function failure(options: Partial<LoadEncoderOptions> = {}): Promise<ModelUnavailableError> {
  const error: unknown = await load(options).catch((cause: unknown) => cause);
  if (!(error instanceof ModelUnavailableError))
    throw new Error('the encoder was loaded, or failed otherwise', { cause: error });
  return error;
}

describe('the built-in encoder', () => {
  it('is known by the files that it was loaded from', async () => {
    const { identity } = await loadBuiltInEncoder();
    expect(identity).toMatchObject({
      model: 'zh-en',
      queryPrefix: '',
      passagePrefix: '',
      pooling: 'mean',
      dtype: 'q8',
    });
    for (const file of FILES)
      expect(identity.files[file]).toBe(sha256(await readFile(join(MODELS_FOLDER, 'zh-en', file))));
    expect(Object.keys(identity.files)).toHaveLength(FILES.length);
  });

  it('reads traditional script as simplified', async () => {
    const encoder = await loadBuiltInEncoder();
    const [traditional, simplified] = await encoder.encode(['網絡安全審查辦法', '网络安全审查办法'], 'query');
    expect(traditional).toEqual(simplified);
  });

  it('tells the tokens of texts, whose mean is the direction of the text', async () => {
    const encoder = await loadBuiltInEncoder();
    const texts = ['网络安全审查办法', '', 'cybersecurity review'];
    const tokens = (await encoder.encodeTokens?.(texts, 'query')) ?? [];
    const vectors = await encoder.encode(texts, 'query');
    expect(tokens.map(({ vector }) => vector)).toEqual(vectors);
    expect(tokens.map(({ ids }) => ids.length > 0)).toEqual([true, false, true]);
    for (const place of [0, 2]) {
      const { ids = new Int32Array(), vectors: own = new Float32Array() } = tokens[place] ?? {};
      const mean = Float64Array.from({ length: 384 }, (_, at) =>
        ids.reduce((sum, __, row) => sum + (own[row * 384 + at] ?? 0) / ids.length, 0),
      );
      const length = Math.hypot(...mean);
      const cosine = mean.reduce((sum, value, at) => sum + (value / length) * (vectors[place]?.[at] ?? 0), 0);
      expect(cosine).toBeCloseTo(1, 5);
    }
    await expect(
      encoder.encodeTokens?.(
        Array.from({ length: 257 }, () => 'a'),
        'query',
      ),
    ).rejects.toThrow(RangeError);
  });

  it('says how to restore it where a file is missing', async () => {
    await cp(join(MODELS_FOLDER, 'zh-en'), join(folder, 'zh-en'), { recursive: true });
    await rm(join(folder, 'zh-en', WEIGHTS));
    const error = await failure({ model: 'zh-en', modelsFolder: folder });
    expect(error.message).toContain('model_quantized.onnx is missing');
    expect(error.remedy).toContain('git checkout -- embeddings/models/zh-en');
  });
});

describe('an encoder in a folder', () => {
  const copyOf = async (settings: string | null): Promise<string> => {
    const copy = join(folder, 'my-model');
    await cp(join(MODELS_FOLDER, 'zh-en'), copy, { recursive: true });
    if (settings !== null) await writeFile(join(copy, 'yinju-model.json'), settings);
    return copy;
  };

  it('is loaded without the network, with the prefixes that the file beside it names', async () => {
    const settings = { queryPrefix: 'query: ', passagePrefix: 'passage: ', simplified: true };
    const encoder = await load({ model: await copyOf(JSON.stringify(settings)), endpoint: NOWHERE });
    const [asQuery] = await encoder.encode(['網络'], 'query');
    const [asPassage] = await encoder.encode(['网络'], 'passage');
    const [plain] = await (await loadBuiltInEncoder()).encode(['query: 网络'], 'query');
    expect(asQuery).toEqual(plain);
    expect(asPassage).not.toEqual(asQuery);
    expect(encoder.identity).toMatchObject({ model: 'my-model', queryPrefix: 'query: ', passagePrefix: 'passage: ' });
    expect(encoder.identity.files['yinju-model.json']).toBe(sha256(JSON.stringify(settings)));
  });

  it('is refused with the file that is wrong about it', async () => {
    const error = await failure({ model: await copyOf('{"pooling":"max"}') });
    expect(error.problem).toMatch(
      /yinju-model\.json cannot be used: pooling must be one of mean, cls, last_token, model$/,
    );
    expect(error.remedy).toMatch(/^Correct the file/);
  });

  it('is refused where its weights are damaged', async () => {
    const copy = await copyOf(null);
    await writeFile(join(copy, WEIGHTS), 'not a model');
    const error = await failure({ model: copy });
    expect(error.code).toBe('model-unavailable');
    expect(error.message).toContain('cannot be loaded');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('is refused where it has not the output that is wanted of it', async () => {
    const copy = await copyOf(null);
    await writeTinyModel(copy, 'bert');
    await writeFile(join(copy, 'yinju-model.json'), '{"dtype":"fp32"}');
    expect((await failure({ model: copy })).problem).toContain('model.onnx is missing');
  });

  it('is refused where memory cannot hold it', async () => {
    const error = await failure({ model: await copyOf(null), availableMemory: 5_000_000 });
    expect(error.problem).toBe('it needs at least 26 MB of memory, and 5 MB are free');
  });
});

describe('an encoder of the hub', () => {
  it('is downloaded once and gives the vectors of its files', async () => {
    const first = await load();
    const builtIn = await loadBuiltInEncoder();
    expect(await first.encode(['网络安全'], 'query')).toEqual(await builtIn.encode(['网络安全'], 'query'));
    expect(first.identity).toEqual({ ...builtIn.identity, model: MODEL });
    const second = await load({ endpoint: NOWHERE });
    expect(second.identity).toEqual(first.identity);
  });

  it('is what the file in its folder of the cache says', async () => {
    const place = join(folder, 'cache', 'someone--small-model');
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'yinju-model.json'), '{"queryPrefix":"query: ","pooling":"model"}');
    const { identity } = await load();
    expect(identity).toMatchObject({ model: MODEL, queryPrefix: 'query: ', passagePrefix: '', pooling: 'model' });
  });

  it('has the prefixes and the pooling of a known model', async () => {
    const known = await startHubServer('Xenova/multilingual-e5-small', join(MODELS_FOLDER, 'zh-en'));
    onTestFinished(() => known.close());
    const { identity } = await load({ model: 'Xenova/multilingual-e5-small', endpoint: known.endpoint });
    expect(identity).toMatchObject({
      queryPrefix: 'query: ',
      passagePrefix: 'passage: ',
      pooling: 'mean',
      dtype: 'q8',
    });
  });

  it('is refused where it is no model at all, though every byte is right', async () => {
    const source = join(folder, 'no-model');
    await cp(join(MODELS_FOLDER, 'zh-en'), source, { recursive: true });
    await writeFile(join(source, WEIGHTS), 'not a model');
    const other = await startHubServer(MODEL, source);
    onTestFinished(() => other.close());
    expect((await failure({ endpoint: other.endpoint })).problem).toContain('cannot be loaded');
  });

  it('stops when it is aborted', async () => {
    const reason = new Error('stopped by the user');
    await expect(load({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
