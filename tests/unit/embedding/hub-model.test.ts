import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { hubModelFiles, type DownloadProgress } from '../../../src/embedding/hub-model.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { FILES, gets, HASHES, HubFixture, MODEL, NOWHERE, WEIGHT_BYTES, WEIGHTS } from '../../support/hub-fixture.js';
import { COMMIT, startRedirectingServer } from '../../support/hub-server.js';

let fixture: HubFixture;

beforeEach(async () => {
  fixture = await HubFixture.make();
});

describe('a model of the hub', () => {
  it('is downloaded once, every file from one commit, and needs no network afterwards', async () => {
    const hub = await fixture.start();
    const progress: DownloadProgress[] = [];
    const { folder, hashes } = await hubModelFiles(
      fixture.request(hub.endpoint, { onProgress: (one) => progress.push(one) }),
    );
    expect(hashes).toEqual(HASHES);
    for (const [file, bytes] of Object.entries(FILES))
      expect(bytes.equals(await readFile(join(folder, file)))).toBe(true);
    expect(progress.at(-1)).toEqual({ model: MODEL, file: WEIGHTS, received: WEIGHT_BYTES, total: WEIGHT_BYTES });
    const received = progress.filter(({ file }) => file === WEIGHTS).map((one) => one.received);
    expect(received).toEqual(received.toSorted((one, other) => one - other));

    const revisions = hub.requests.flatMap((line) => /\/resolve\/([^/]+)\//.exec(line)?.slice(1) ?? []);
    expect(revisions[0]).toBe('main');
    expect(new Set(revisions.slice(1))).toEqual(new Set([COMMIT]));
    expect((await fixture.kept()).filter((path) => /\.(partial|new)$/.test(path))).toEqual([]);
    expect(await hubModelFiles(fixture.request(NOWHERE, { offline: true }))).toEqual({ folder, hashes });
  });

  it('brings all files of weights that its config names', async () => {
    const parts = { [`${WEIGHTS}_data`]: Buffer.from('first'), [`${WEIGHTS}_data_1`]: Buffer.from('second') };
    const format = { use_external_data_format: { 'model_quantized.onnx': 2 } };
    await fixture.writeSource({
      ...parts,
      'config.json': Buffer.from(JSON.stringify({ 'transformers.js_config': format })),
    });
    const { hashes } = await hubModelFiles(fixture.request((await fixture.start()).endpoint));
    for (const [file, bytes] of Object.entries(parts)) expect(hashes[file]).toBe(sha256(bytes));
  });

  it('comes over a mirror that redirects to the hub', async () => {
    const hub = await fixture.start();
    const mirror = await startRedirectingServer((path) => hub.endpoint + path, 308);
    onTestFinished(() => mirror.close());
    expect((await hubModelFiles(fixture.request(mirror.endpoint))).hashes).toEqual(HASHES);
    // The hash came along: wrong bytes are seen.
    hub.fail(WEIGHTS, 'wrong-bytes');
    const other = fixture.request(mirror.endpoint, { cacheFolder: join(fixture.cache, 'other') });
    expect((await fixture.failure(other)).problem).toContain('another checksum');
  });

  it('comes under the name that it had before it was moved', async () => {
    const hub = await fixture.start();
    const moved = await startRedirectingServer((path) => hub.endpoint + path.replace('/old/name/', `/${MODEL}/`), 307);
    onTestFinished(() => moved.close());
    expect((await hubModelFiles(fixture.request(moved.endpoint, { model: 'old/name' }))).hashes).toEqual(HASHES);
  });

  it('is refused where addresses lead to each other in a circle', async () => {
    const circle = await startRedirectingServer((path) => path, 307);
    onTestFinished(() => circle.close());
    expect((await fixture.failure(fixture.request(circle.endpoint))).problem).toMatch(
      /config\.json redirects in a circle$/,
    );
  });

  it.each(['wrong-bytes' as const, 'none' as const])(
    'is had from a host that names no hash, sending %s',
    async (fault) => {
      const hub = await fixture.start({ namesHashes: false });
      hub.fail(WEIGHTS, fault);
      const { hashes } = await hubModelFiles(fixture.request(hub.endpoint));
      // Nothing tells wrong bytes of the right size here; but from now on they are the same.
      expect(hashes[WEIGHTS] === HASHES[WEIGHTS]).toBe(fault === 'none');
      expect(await hubModelFiles(fixture.request(NOWHERE))).toMatchObject({ hashes });
    },
  );
});

describe('a model that was downloaded', () => {
  it('is downloaded again where a file was damaged, and that file only', async () => {
    const hub = await fixture.start();
    const { folder } = await hubModelFiles(fixture.request(hub.endpoint));
    await writeFile(join(folder, 'tokenizer.json'), '{}');
    const offline = await fixture.failure(fixture.request(NOWHERE, { offline: true }));
    expect(offline.problem).toBe('its file tokenizer.json is not what was downloaded');
    expect(offline.remedy).toContain('`npx yinju model use someone/small-model`');
    const before = gets(hub, WEIGHTS).length;
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(gets(hub, WEIGHTS)).toHaveLength(before);
  });

  it('is not fetched where the network must not be used', async () => {
    const hub = await fixture.start();
    const error = await fixture.failure(fixture.request(hub.endpoint, { offline: true }));
    expect(error.problem).toBe('it has not been downloaded');
    expect(hub.requests).toEqual([]);
    expect(await stat(fixture.cache).catch(() => null)).toBeNull();
  });

  it.each(['zh-en-2', '../../etc/passwd-', 'a/b/c', 'a/..', ''])('is none by the name %j', async (model) => {
    const hub = await fixture.start();
    expect((await fixture.failure(fixture.request(hub.endpoint, { model }))).model).toBe(model);
    expect(hub.requests).toEqual([]);
  });
});
