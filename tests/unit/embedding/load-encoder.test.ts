import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Encoder } from '../../../src/embedding/encoder.js';
import type { DownloadProgress } from '../../../src/embedding/hub-model.js';
import { loadEncoder, type LoadEncoderOptions } from '../../../src/embedding/load-encoder.js';
import { ModelUnavailableError } from '../../../src/embedding/model-unavailable-error.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { loadBuiltInEncoder, MODELS_FOLDER } from '../../support/built-in-encoder.js';
import { startHubServer, type HubServer } from '../../support/hub-server.js';

const MODEL = 'someone/small-model';
const WEIGHTS = 'onnx/model_quantized.onnx';
const FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', WEIGHTS];
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

  it('says how to restore it where a file is missing', async () => {
    await cp(join(MODELS_FOLDER, 'zh-en'), join(folder, 'zh-en'), { recursive: true });
    await rm(join(folder, 'zh-en', WEIGHTS));
    const error = await failure({ model: 'zh-en', modelsFolder: folder });
    expect(error.message).toContain('model_quantized.onnx is missing');
    expect(error.remedy).toContain('git checkout -- embeddings/models/zh-en');
  });
});

describe('an encoder in a folder', () => {
  it('is loaded without the network, with the prefixes that the settings give', async () => {
    const encoder = await load({
      model: join(MODELS_FOLDER, 'zh-en'),
      endpoint: NOWHERE,
      preset: { queryPrefix: 'query: ', passagePrefix: 'passage: ' },
    });
    const [asQuery] = await encoder.encode(['网络'], 'query');
    const [asPassage] = await encoder.encode(['网络'], 'passage');
    const [plain] = await (await loadBuiltInEncoder()).encode(['query: 网络'], 'query');
    expect(asQuery).toEqual(plain);
    expect(asPassage).not.toEqual(asQuery);
  });

  it('is refused where its weights are damaged', async () => {
    await cp(join(MODELS_FOLDER, 'zh-en'), folder, { recursive: true });
    await writeFile(join(folder, WEIGHTS), 'not a model');
    const error = await failure({ model: folder });
    expect(error.code).toBe('model-unavailable');
    expect(error.message).toContain('cannot be loaded');
    expect(error.cause).toBeInstanceOf(Error);
  });
});

describe('an encoder of the hub', () => {
  it('is downloaded once, with progress, and gives the vectors of its files', async () => {
    const progress: DownloadProgress[] = [];
    const first = await load({ onProgress: (one) => progress.push(one) });
    const size = (await readFile(join(MODELS_FOLDER, 'zh-en', WEIGHTS))).length;
    expect(progress.filter(({ file }) => file === WEIGHTS).at(-1)).toEqual({
      model: MODEL,
      file: WEIGHTS,
      received: size,
      total: size,
    });
    const builtIn = await loadBuiltInEncoder();
    expect(await first.encode(['网络安全'], 'query')).toEqual(await builtIn.encode(['网络安全'], 'query'));
    expect(first.identity).toEqual({ ...builtIn.identity, model: MODEL });

    const second = await load({ endpoint: NOWHERE });
    expect(second.identity).toEqual(first.identity);
  });

  it('takes all files from the commit that the first one came from', async () => {
    await load();
    const revisions = hub.requests
      .map((line) => /\/resolve\/([^/]+)\//.exec(line)?.[1])
      .filter((one) => one !== undefined);
    expect(revisions[0]).toBe('main');
    expect(new Set(revisions.slice(1))).toEqual(new Set(['0123456789abcdef0123456789abcdef01234567']));
  });

  it('goes on where the connection was cut, and never uses half a file', async () => {
    hub.fail(WEIGHTS, 'cut');
    const error = await failure();
    expect(error.message).toMatch(/someone\/small-model cannot be used: the connection was cut after \d+ bytes of /);
    expect(error.remedy).toContain('`--model zh-en`');
    const left = await readdir(join(folder, 'cache'), { recursive: true });
    expect(left.filter((name) => name.endsWith('.onnx') || name.endsWith('download.json'))).toEqual([]);

    hub.fail(WEIGHTS, 'none');
    const encoder = await load();
    expect(hub.requests.at(-1)).toMatch(/bytes=[1-9]\d*-$/);
    expect(encoder.identity.files).toEqual((await loadBuiltInEncoder()).identity.files);
    const kept = await readdir(join(folder, 'cache'), { recursive: true });
    expect(kept.filter((name) => name.endsWith('.partial') || name.endsWith('.new'))).toEqual([]);
  });

  it.each([WEIGHTS, 'tokenizer.json'])('refuses wrong bytes of %s, and fetches the right ones later', async (file) => {
    hub.fail(file, 'wrong-bytes');
    expect((await failure()).message).toMatch(/the bytes of .* are not those that the hub announced/);
    hub.fail(file, 'none');
    expect((await load()).identity.files).toEqual((await loadBuiltInEncoder()).identity.files);
  });

  it('is downloaded again where a kept file was damaged', async () => {
    await load();
    const kept = await readdir(join(folder, 'cache'), { recursive: true });
    const tokenizer = kept.find((name) => name.endsWith('tokenizer.json')) ?? '';
    await writeFile(join(folder, 'cache', tokenizer), '{}');
    const error = await failure({ endpoint: NOWHERE });
    expect(error.problem).toContain('127.0.0.1:1 cannot be reached');
    expect((await load()).identity.files['tokenizer.json']).toBe(
      sha256(await readFile(join(MODELS_FOLDER, 'zh-en', 'tokenizer.json'))),
    );
  });

  it.each([
    [404 as const, /config\.json does not exist \(404\)$/],
    [401 as const, /config\.json does not exist, or is not open to everybody \(401\)$/],
  ])('says what it means when the hub answers %i', async (status, problem) => {
    hub.fail('config.json', status);
    const error = await failure();
    expect(error.problem).toMatch(problem);
    expect(error.remedy).toContain('unset EMBEDDING_MODEL');
  });

  it('names the host that cannot be reached', async () => {
    const { endpoint } = hub;
    await hub.close();
    const error = await failure({ endpoint });
    expect(error.problem).toBe(`${new URL(endpoint).host} cannot be reached (ECONNREFUSED)`);
    hub = await startHubServer(MODEL, join(MODELS_FOLDER, 'zh-en'));
  });

  it('says where it could not be kept', async () => {
    await writeFile(join(folder, 'cache'), 'a file where a folder should be');
    const error = await failure();
    expect(error.problem).toMatch(/^it cannot be kept in .*someone--small-model.* \((ENOTDIR|EEXIST)\)$/);
  });

  it('stops when it is aborted', async () => {
    const reason = new Error('stopped by the user');
    await expect(load({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each(['zh-en-2', '../../etc/passwd-', 'a/b/c', 'a/..', ''])('takes %j for no model', async (model) => {
    expect((await failure({ model })).model).toBe(model);
    expect(hub.requests).toEqual([]);
  });
});
