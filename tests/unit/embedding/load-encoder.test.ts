import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Encoder, TokenEncoder } from '../../../src/embedding/encoder.js';
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

/** The built-in encoder, and what it tells of tokens. */
async function withTokens() {
  const encoder = await loadBuiltInEncoder();
  const { tokens } = encoder;
  if (tokens === undefined) throw new Error('the built-in encoder tells nothing of tokens');
  return { encoder, tokens };
}

/** Two tokens whose vectors, in their first 256 numbers, point away from each other. */
async function farTokens(tokens: TokenEncoder): Promise<readonly [number, number]> {
  const words = await tokens.encode(['网络', '儿童', '法院', '咖啡', 'river', 'music', 'tax', 'army'], 'query');
  const units = words.map(({ ids, vector }) => ({ id: ids[0] ?? NaN, numbers: unit([...vector.subarray(0, 256)]) }));
  for (const one of units)
    for (const other of units) if (innerProduct(one.numbers, other.numbers) < -0.02) return [one.id, other.id];
  throw new Error('all of these words are near to each other');
}

const unit = (vector: readonly number[]): readonly number[] => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};
const innerProduct = (one: readonly number[], other: ArrayLike<number>): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

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
    const files = FILES.map((file) => (file === WEIGHTS ? 'onnx/late_interaction_quantized.onnx' : file));
    for (const file of files)
      expect(identity.files[file]).toBe(sha256(await readFile(join(MODELS_FOLDER, 'zh-en', file))));
    expect(Object.keys(identity.files)).toHaveLength(files.length);
  });

  it('reads traditional script as simplified', async () => {
    const encoder = await loadBuiltInEncoder();
    const [traditional, simplified] = await encoder.encode(['網絡安全審查辦法', '网络安全审查办法'], 'query');
    expect(traditional).toEqual(simplified);
  });

  it('tells the tokens of texts with the vector of the whole', async () => {
    const { encoder, tokens } = await withTokens();
    const texts = ['网络安全审查办法', '', 'cybersecurity review'];
    const encoded = await tokens.encode(texts, 'query');
    expect(encoded.map(({ vector }) => vector)).toEqual(await encoder.encode(texts, 'query'));
    expect(encoded.map(({ ids }) => ids.length > 0)).toEqual([true, false, true]);
    for (const { ids, weights } of encoded) {
      expect(new Set(ids).size).toBe(ids.length);
      expect(weights).toHaveLength(ids.length);
    }
    const many = Array.from({ length: 257 }, () => 'a');
    await expect(tokens.encode(many, 'query')).rejects.toThrow(RangeError);
  });

  it('weighs tokens so that their directions add up to that of the text', async () => {
    const { encoder, tokens } = await withTokens();
    const [text, ...words] = await tokens.encode(['网络 review', '网络', 'review'], 'query');
    expect(words.map(({ ids }) => ids.length)).toEqual([1, 1]);
    expect([...(text?.ids ?? [])]).toEqual(words.map(({ ids }) => ids[0]));
    const sum = Array.from({ length: 384 }, (_, at) =>
      words.reduce((whole, { vector, weights }) => whole + (vector[at] ?? 0) * (weights[0] ?? 0), 0),
    );
    const [vector = []] = await encoder.encode(['网络 review'], 'query');
    expect(innerProduct(unit(sum), vector)).toBeCloseTo(1, 5);
  });

  it('says how near the tokens of texts are to others, by the first 256 numbers of their vectors', async () => {
    const { tokens } = await withTokens();
    const words = await tokens.encode(['网络', 'network', '儿童'], 'query');
    const [net = NaN, network = NaN, children = NaN] = words.map(({ ids: [id = NaN] }) => id);
    const [ofNet = [], ofNetwork = [], ofChildren = []] = words.map(({ vector }) => unit([...vector.subarray(0, 256)]));
    const texts = [[net], [children], [network, children], []].map((text) => Int32Array.from(text));
    const nearest = await tokens.nearest(texts, Int32Array.of(net, network));
    const translated = innerProduct(ofNet, ofNetwork);
    expect(translated).toBeGreaterThan(0.5);
    const ofOthers = [ofNet, ofNetwork].map((one) => Math.max(0, innerProduct(one, ofChildren)));
    const expected = [1, translated, ...ofOthers, translated, 1, 0, 0];
    expect(nearest).toHaveLength(expected.length);
    for (const [place, cosine] of expected.entries()) expect(nearest[place]).toBeCloseTo(cosine, 3);
    // A text of which no token is near at all: the angle between these two is more than a right one.
    const [away, from] = await farTokens(tokens);
    expect(await tokens.nearest([Int32Array.of(away)], Int32Array.of(from))).toEqual(Float32Array.of(0));
    // [PAD], whose vector has no length.
    expect(await tokens.nearest([Int32Array.of(0, net)], Int32Array.of(0))).toEqual(Float32Array.of(0));
    expect(await tokens.nearest([], Int32Array.of(net))).toEqual(new Float32Array());
  });

  it.each(['late_interaction_quantized.onnx', 'model_quantized.onnx_data'])(
    'says how to restore it where a file is missing: %s',
    async (file) => {
      await cp(join(MODELS_FOLDER, 'zh-en'), join(folder, 'zh-en'), { recursive: true });
      await rm(join(folder, 'zh-en', 'onnx', file));
      const error = await failure({ model: 'zh-en', modelsFolder: folder });
      expect(error.message).toContain(`${file} is missing`);
      expect(error.remedy).toContain('git checkout -- embeddings/models/zh-en');
    },
  );
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
    const hashes = FILES.map(
      async (file) => [file, sha256(await readFile(join(MODELS_FOLDER, 'zh-en', file)))] as const,
    );
    const files = Object.fromEntries(await Promise.all(hashes));
    expect(first.identity).toEqual({ ...builtIn.identity, model: MODEL, files });
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
