import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hubModelFiles, type DownloadProgress } from '../../../src/embedding/hub-model.js';
import type { FileSystem } from '../../../src/shared/file-system.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { gets, HASHES, HubFixture, WEIGHT_BYTES, WEIGHTS, weightsOf } from '../../support/hub-fixture.js';

let fixture: HubFixture;

beforeEach(async () => {
  fixture = await HubFixture.make();
});

describe('a download that breaks', () => {
  it('goes on by itself where the connection was cut', async () => {
    // Larger than what is written at once, so that a cut leaves something on the disk and something that was not.
    const large = weightsOf(9_000_001);
    await fixture.writeSource({ [WEIGHTS]: large });
    const hub = await fixture.start();
    hub.fail(WEIGHTS, 'cut', 2);
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes[WEIGHTS]).toBe(sha256(large));
    // Half of the file, then half of the rest, then the last quarter.
    const half = large.length >> 1;
    const threeQuarters = half + ((large.length - half) >> 1);
    expect(gets(hub, WEIGHTS).map((line) => line.split(' ')[2])).toEqual([
      undefined,
      `bytes=${half}-`,
      `bytes=${threeQuarters}-`,
    ]);
    expect(fixture.pauses).toEqual([1000, 1000]);
  });

  it('is given up where nothing more comes, is never half-used, and goes on with the next try', async () => {
    const hub = await fixture.start();
    hub.fail(WEIGHTS, 'cut');
    const error = await fixture.failure(fixture.request(hub.endpoint));
    expect(error.message).toMatch(/someone\/small-model cannot be used: the connection was cut after \d+ bytes of /);
    expect(error.remedy).toContain('`--model zh-en`');
    expect(await fixture.usable()).toEqual([]);
    hub.fail(WEIGHTS, 'none');
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(gets(hub, WEIGHTS).at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
  });

  it('goes on after the process was stopped in the middle', async () => {
    const hub = await fixture.start();
    const [stop, reason] = [new AbortController(), new Error('stopped by the user')];
    const onProgress = ({ file, received }: DownloadProgress): void => {
      if (file === WEIGHTS && received > WEIGHT_BYTES / 4) stop.abort(reason);
    };
    const stopped = hubModelFiles(fixture.request(hub.endpoint, { onProgress, signal: stop.signal }));
    await expect(stopped).rejects.toBe(reason);
    expect(await fixture.usable()).toEqual([]);
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(gets(hub, WEIGHTS).at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
  });

  it.each([
    ['the host sends files from their beginning only', { takesRanges: false }],
    ['no hash would tell that the parts belong together', { namesHashes: false }],
  ])('begins again where %s', async (_, options) => {
    const hub = await fixture.start(options);
    hub.fail(WEIGHTS, 'cut', 1);
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it.each([
    ['sends files from their beginning only', { takesRanges: false }],
    ['names no hash', { namesHashes: false }],
  ])('is given up where the host cuts every time and %s', async (_, options) => {
    const hub = await fixture.start(options);
    hub.fail(WEIGHTS, 'cut');
    expect((await fixture.failure(fixture.request(hub.endpoint))).problem).toMatch(
      /^the connection was cut after \d+ bytes of /,
    );
    expect(await fixture.usable()).toEqual([]);
  });

  it.each([WEIGHTS, 'tokenizer.json'])('refuses wrong bytes of %s, and has the right ones later', async (file) => {
    const hub = await fixture.start();
    hub.fail(file, 'wrong-bytes');
    expect((await fixture.failure(fixture.request(hub.endpoint))).problem).toMatch(
      /^the bytes of .* are not those that the hub announced/,
    );
    expect((await fixture.kept()).filter((path) => path.endsWith('.partial'))).toEqual([]);
    expect(await fixture.usable()).toEqual([]);
    hub.fail(file, 'none');
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it('begins again where what is left of an earlier try is longer than the file', async () => {
    const hub = await fixture.start();
    hub.fail(WEIGHTS, 'cut');
    await fixture.failure(fixture.request(hub.endpoint));
    const [partial = ''] = (await fixture.kept()).filter((path) => path.endsWith('.partial'));
    await truncate(join(fixture.cache, partial), WEIGHT_BYTES + 1);
    hub.fail(WEIGHTS, 'none');
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it('says so where another process writes the same file', async () => {
    const hub = await fixture.start();
    // The second of two writers finds bytes that it did not write.
    const meddling: FileSystem = {
      ...nodeFileSystem,
      appendFile: async (path, bytes) => {
        await nodeFileSystem.appendFile(path, bytes);
        if (path.includes('model_quantized')) await nodeFileSystem.appendFile(path, Buffer.from('x'));
      },
    };
    await fixture.writeSource({ [WEIGHTS]: weightsOf(9_000_001) });
    const error = await fixture.failure(fixture.request(hub.endpoint, { fileSystem: meddling }));
    expect(error.problem).toMatch(/^another process is downloading it to .*model_quantized.* right now$/);
    expect(await fixture.usable()).toEqual([]);
  });
});
