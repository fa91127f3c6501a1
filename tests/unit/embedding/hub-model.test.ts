import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { hubModelFiles, type DownloadProgress, type HubModelRequest } from '../../../src/embedding/hub-model.js';
import { ModelUnavailableError } from '../../../src/embedding/model-unavailable-error.js';
import type { FileSystem } from '../../../src/shared/file-system.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { FailingFileSystem, type Fault } from '../../support/failing-file-system.js';
import {
  COMMIT,
  RETRY_AFTER_SECONDS,
  startHubServer,
  startRedirectingServer,
  type HubOptions,
  type HubServer,
} from '../../support/hub-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const MODEL = 'someone/small-model';
const WEIGHTS = 'onnx/model_quantized.onnx';
const WEIGHT_BYTES = 300_001;
const NOWHERE = 'http://127.0.0.1:9';

const weightsOf = (bytes: number): Buffer => Buffer.alloc(bytes, 'numbers of a model, ');

const FILES: Readonly<Record<string, Buffer>> = {
  'config.json': Buffer.from('{"model_type":"bert"}'),
  'tokenizer.json': Buffer.from('{"version":"1.0"}'),
  'tokenizer_config.json': Buffer.from('{}'),
  [WEIGHTS]: weightsOf(WEIGHT_BYTES),
};
const HASHES = Object.fromEntries(Object.entries(FILES).map(([file, bytes]) => [file, sha256(bytes)]));

let source: string;
let cache: string;
let pauses: number[];

async function writeSource(files: Readonly<Record<string, Buffer>>): Promise<void> {
  await mkdir(join(source, 'onnx'), { recursive: true });
  for (const [file, bytes] of Object.entries(files)) await writeFile(join(source, file), bytes);
}

beforeEach(async () => {
  const folder = await temporaryFolder();
  [source, cache, pauses] = [join(folder, 'source'), join(folder, 'cache'), []];
  await writeSource(FILES);
});

async function startHub(options: HubOptions = {}): Promise<HubServer> {
  const hub = await startHubServer(MODEL, source, options);
  onTestFinished(() => hub.close());
  return hub;
}

const request = (endpoint: string, more: Partial<HubModelRequest> = {}): HubModelRequest => ({
  model: MODEL,
  dtype: 'q8',
  cacheFolder: cache,
  endpoint,
  fileSystem: nodeFileSystem,
  pause: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)),
  ...more,
});

async function failure(wanted: HubModelRequest): Promise<ModelUnavailableError> {
  const error: unknown = await hubModelFiles(wanted).catch((cause: unknown) => cause);
  if (!(error instanceof ModelUnavailableError))
    throw new Error('the model was had, or failed otherwise', { cause: error });
  return error;
}

const kept = async (): Promise<readonly string[]> =>
  (await readdir(cache, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
/** Files that a reader could take for parts of a model. */
const usable = async (): Promise<readonly string[]> =>
  (await kept()).filter((path) => path.endsWith('.onnx') || path.endsWith('download.json'));
const gets = (hub: HubServer, file: string): readonly string[] =>
  hub.requests.filter((line) => line.startsWith('GET /blobs/') && line.includes(file));

describe('a model of the hub', () => {
  it('is downloaded once, every file from one commit, and needs no network afterwards', async () => {
    const hub = await startHub();
    const progress: DownloadProgress[] = [];
    const { folder, hashes } = await hubModelFiles(request(hub.endpoint, { onProgress: (one) => progress.push(one) }));
    expect(hashes).toEqual(HASHES);
    for (const [file, bytes] of Object.entries(FILES))
      expect(bytes.equals(await readFile(join(folder, file)))).toBe(true);
    expect(progress.at(-1)).toEqual({ model: MODEL, file: WEIGHTS, received: WEIGHT_BYTES, total: WEIGHT_BYTES });
    const received = progress.filter(({ file }) => file === WEIGHTS).map((one) => one.received);
    expect(received).toEqual(received.toSorted((one, other) => one - other));

    const revisions = hub.requests.flatMap((line) => /\/resolve\/([^/]+)\//.exec(line)?.slice(1) ?? []);
    expect(revisions[0]).toBe('main');
    expect(new Set(revisions.slice(1))).toEqual(new Set([COMMIT]));
    expect((await kept()).filter((path) => /\.(partial|new)$/.test(path))).toEqual([]);
    expect(await hubModelFiles(request(NOWHERE, { offline: true }))).toEqual({ folder, hashes });
  });

  it('brings all files of weights that its config names', async () => {
    const parts = { [`${WEIGHTS}_data`]: Buffer.from('first'), [`${WEIGHTS}_data_1`]: Buffer.from('second') };
    const format = { use_external_data_format: { 'model_quantized.onnx': 2 } };
    await writeSource({ ...parts, 'config.json': Buffer.from(JSON.stringify({ 'transformers.js_config': format })) });
    const { hashes } = await hubModelFiles(request((await startHub()).endpoint));
    for (const [file, bytes] of Object.entries(parts)) expect(hashes[file]).toBe(sha256(bytes));
  });

  it('comes over a mirror that redirects to the hub', async () => {
    const hub = await startHub();
    const mirror = await startRedirectingServer((path) => hub.endpoint + path, 308);
    onTestFinished(() => mirror.close());
    expect((await hubModelFiles(request(mirror.endpoint))).hashes).toEqual(HASHES);
    // The hash came along: wrong bytes are seen.
    hub.fail(WEIGHTS, 'wrong-bytes');
    const other = request(mirror.endpoint, { cacheFolder: join(cache, 'other') });
    expect((await failure(other)).problem).toContain('another checksum');
  });

  it('comes under the name that it had before it was moved', async () => {
    const hub = await startHub();
    const moved = await startRedirectingServer((path) => hub.endpoint + path.replace('/old/name/', `/${MODEL}/`), 307);
    onTestFinished(() => moved.close());
    expect((await hubModelFiles(request(moved.endpoint, { model: 'old/name' }))).hashes).toEqual(HASHES);
  });

  it('is refused where addresses lead to each other in a circle', async () => {
    const circle = await startRedirectingServer((path) => path, 307);
    onTestFinished(() => circle.close());
    expect((await failure(request(circle.endpoint))).problem).toMatch(/config\.json redirects in a circle$/);
  });

  it.each(['wrong-bytes' as const, 'none' as const])(
    'is had from a host that names no hash, sending %s',
    async (fault) => {
      const hub = await startHub({ namesHashes: false });
      hub.fail(WEIGHTS, fault);
      const { hashes } = await hubModelFiles(request(hub.endpoint));
      // Nothing tells wrong bytes of the right size here; but from now on they are the same.
      expect(hashes[WEIGHTS] === HASHES[WEIGHTS]).toBe(fault === 'none');
      expect(await hubModelFiles(request(NOWHERE))).toMatchObject({ hashes });
    },
  );
});

describe('a download that breaks', () => {
  it('goes on by itself where the connection was cut', async () => {
    // Larger than what is written at once, so that a cut leaves something on the disk and something that was not.
    const large = weightsOf(9_000_001);
    await writeSource({ [WEIGHTS]: large });
    const hub = await startHub();
    hub.fail(WEIGHTS, 'cut', 2);
    expect((await hubModelFiles(request(hub.endpoint))).hashes[WEIGHTS]).toBe(sha256(large));
    // Half of the file, then half of the rest, then the last quarter.
    const half = large.length >> 1;
    const threeQuarters = half + ((large.length - half) >> 1);
    expect(gets(hub, WEIGHTS).map((line) => line.split(' ')[2])).toEqual([
      undefined,
      `bytes=${half}-`,
      `bytes=${threeQuarters}-`,
    ]);
    expect(pauses).toEqual([1000, 1000]);
  });

  it('is given up where nothing more comes, is never half-used, and goes on with the next try', async () => {
    const hub = await startHub();
    hub.fail(WEIGHTS, 'cut');
    const error = await failure(request(hub.endpoint));
    expect(error.message).toMatch(/someone\/small-model cannot be used: the connection was cut after \d+ bytes of /);
    expect(error.remedy).toContain('`--model zh-en`');
    expect(await usable()).toEqual([]);
    hub.fail(WEIGHTS, 'none');
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(gets(hub, WEIGHTS).at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
  });

  it('goes on after the process was stopped in the middle', async () => {
    const hub = await startHub();
    const [stop, reason] = [new AbortController(), new Error('stopped by the user')];
    const onProgress = ({ file, received }: DownloadProgress): void => {
      if (file === WEIGHTS && received > WEIGHT_BYTES / 4) stop.abort(reason);
    };
    const stopped = hubModelFiles(request(hub.endpoint, { onProgress, signal: stop.signal }));
    await expect(stopped).rejects.toBe(reason);
    expect(await usable()).toEqual([]);
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(gets(hub, WEIGHTS).at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
  });

  it.each([
    ['the host sends files from their beginning only', { takesRanges: false }],
    ['no hash would tell that the parts belong together', { namesHashes: false }],
  ])('begins again where %s', async (_, options) => {
    const hub = await startHub(options);
    hub.fail(WEIGHTS, 'cut', 1);
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it.each([
    ['sends files from their beginning only', { takesRanges: false }],
    ['names no hash', { namesHashes: false }],
  ])('is given up where the host cuts every time and %s', async (_, options) => {
    const hub = await startHub(options);
    hub.fail(WEIGHTS, 'cut');
    expect((await failure(request(hub.endpoint))).problem).toMatch(/^the connection was cut after \d+ bytes of /);
    expect(await usable()).toEqual([]);
  });

  it.each([WEIGHTS, 'tokenizer.json'])('refuses wrong bytes of %s, and has the right ones later', async (file) => {
    const hub = await startHub();
    hub.fail(file, 'wrong-bytes');
    expect((await failure(request(hub.endpoint))).problem).toMatch(
      /^the bytes of .* are not those that the hub announced/,
    );
    expect((await kept()).filter((path) => path.endsWith('.partial'))).toEqual([]);
    expect(await usable()).toEqual([]);
    hub.fail(file, 'none');
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it('begins again where what is left of an earlier try is longer than the file', async () => {
    const hub = await startHub();
    hub.fail(WEIGHTS, 'cut');
    await failure(request(hub.endpoint));
    const [partial = ''] = (await kept()).filter((path) => path.endsWith('.partial'));
    await truncate(join(cache, partial), WEIGHT_BYTES + 1);
    hub.fail(WEIGHTS, 'none');
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it('says so where another process writes the same file', async () => {
    const hub = await startHub();
    // The second of two writers finds bytes that it did not write.
    const meddling: FileSystem = {
      ...nodeFileSystem,
      appendFile: async (path, bytes) => {
        await nodeFileSystem.appendFile(path, bytes);
        if (path.includes('model_quantized')) await nodeFileSystem.appendFile(path, Buffer.from('x'));
      },
    };
    await writeSource({ [WEIGHTS]: weightsOf(9_000_001) });
    const error = await failure(request(hub.endpoint, { fileSystem: meddling }));
    expect(error.problem).toMatch(/^another process is downloading it to .*model_quantized.* right now$/);
    expect(await usable()).toEqual([]);
  });
});

describe('a hub that answers otherwise', () => {
  it.each([500, 502, 503])('is asked again when it answers %i', async (status) => {
    const hub = await startHub();
    hub.fail('tokenizer.json', status, 3);
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  it('is asked again when it said it will be', async () => {
    const hub = await startHub();
    hub.fail(WEIGHTS, 429, 1);
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(pauses).toEqual([RETRY_AFTER_SECONDS * 1000]);
  });

  it.each([
    [404, /config\.json does not exist \(404\)$/],
    [401, /config\.json does not exist, or is not open to everybody \(401\)$/],
    [403, /config\.json does not exist, or is not open to everybody \(403\)$/],
    ['gated' as const, /^127\.0\.0\.1:\d+ gives .*config\.json only to those who accepted the terms of the model/],
    [410, /config\.json is no longer given out \(410\)$/],
    [429, /^127\.0\.0\.1:\d+ takes no more requests from here for now \(429\)$/],
    [503, /^127\.0\.0\.1:\d+ answered 503 for .*config\.json$/],
    [418, /^127\.0\.0\.1:\d+ answered 418 for .*config\.json$/],
  ])('gives one sentence when it answers %s', async (fault, problem) => {
    const hub = await startHub();
    hub.fail('config.json', fault);
    const error = await failure(request(hub.endpoint));
    expect(error.problem).toMatch(problem);
    expect(error.message.split('\n')).toHaveLength(1);
    expect(error.remedy).toContain('unset EMBEDDING_MODEL');
  });

  it('is named where it cannot be reached, and not asked again', async () => {
    const hub = await startHubServer(MODEL, source);
    await hub.close();
    const error = await failure(request(hub.endpoint));
    expect(error.problem).toBe(`${new URL(hub.endpoint).host} cannot be reached (ECONNREFUSED)`);
    expect(pauses).toEqual([]);
  });

  it('has no file of the weights: said before anything large is downloaded', async () => {
    const hub = await startHub();
    expect((await failure(request(hub.endpoint, { dtype: 'fp32' }))).problem).toMatch(
      /onnx\/model\.onnx does not exist/,
    );
    expect(gets(hub, 'onnx/')).toEqual([]);
  });
});

describe('a machine that cannot have it', () => {
  it('says how much memory is needed, before the download and after it', async () => {
    await writeSource({ [WEIGHTS]: weightsOf(2_000_000) });
    const hub = await startHub();
    const small = { availableMemory: 1_000_000 };
    const tooLarge = await failure(request(hub.endpoint, small));
    expect(tooLarge.problem).toBe('it needs at least 2 MB of memory, and 1 MB are free');
    expect(tooLarge.remedy).toContain('npx yinju model list');
    expect(gets(hub, 'onnx/')).toEqual([]);
    await hubModelFiles(request(hub.endpoint, { availableMemory: 2_000_000 }));
    expect((await failure(request(hub.endpoint, small))).problem).toBe(tooLarge.problem);
  });

  it.each([
    ['ENOSPC', 'no space is left on the disk, ENOSPC'],
    ['EROFS', 'the disk is read-only, EROFS'],
    ['EIO', 'EIO'],
  ] as const)('says why it cannot keep it, and can later: %s', async (code, meaning) => {
    const hub = await startHub();
    const fault: Fault = { code, at: 4, operations: ['appendFile'], cut: true };
    const fileSystem = new FailingFileSystem(nodeFileSystem, fault);
    const error = await failure(request(hub.endpoint, { fileSystem }));
    expect(error.problem).toContain(`it cannot be kept in ${join(cache, 'someone--small-model', 'q8')} (${meaning})`);
    expect(error.remedy).toContain('MODEL_CACHE_DIR');
    expect(await usable()).toEqual([]);
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it('is never half-used, whichever call of the disk fails', async () => {
    const hub = await startHub();
    const counting = new FailingFileSystem(nodeFileSystem, null);
    await hubModelFiles(request(hub.endpoint, { fileSystem: counting, cacheFolder: join(cache, 'whole') }));
    for (let at = 1; at <= counting.calls; at += 1) {
      const cacheFolder = join(cache, String(at));
      const fileSystem = new FailingFileSystem(nodeFileSystem, { code: 'ENOSPC', at, cut: true });
      await failure(request(hub.endpoint, { fileSystem, cacheFolder }));
      const offline = await failure(request(NOWHERE, { cacheFolder, offline: true }));
      expect(offline.problem).toBe('it has not been downloaded');
      expect((await hubModelFiles(request(hub.endpoint, { cacheFolder }))).hashes).toEqual(HASHES);
    }
  });
});

describe('a model that was downloaded', () => {
  it('is downloaded again where a file was damaged, and that file only', async () => {
    const hub = await startHub();
    const { folder } = await hubModelFiles(request(hub.endpoint));
    await writeFile(join(folder, 'tokenizer.json'), '{}');
    const offline = await failure(request(NOWHERE, { offline: true }));
    expect(offline.problem).toBe('its file tokenizer.json is not what was downloaded');
    expect(offline.remedy).toContain('`npx yinju model use someone/small-model`');
    const before = gets(hub, WEIGHTS).length;
    expect((await hubModelFiles(request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(gets(hub, WEIGHTS)).toHaveLength(before);
  });

  it('is not fetched where the network must not be used', async () => {
    const hub = await startHub();
    const error = await failure(request(hub.endpoint, { offline: true }));
    expect(error.problem).toBe('it has not been downloaded');
    expect(hub.requests).toEqual([]);
    expect(await stat(cache).catch(() => null)).toBeNull();
  });

  it.each(['zh-en-2', '../../etc/passwd-', 'a/b/c', 'a/..', ''])('is none by the name %j', async (model) => {
    const hub = await startHub();
    expect((await failure(request(hub.endpoint, { model }))).model).toBe(model);
    expect(hub.requests).toEqual([]);
  });
});
