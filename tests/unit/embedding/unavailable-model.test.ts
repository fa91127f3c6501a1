import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hubModelFiles } from '../../../src/embedding/hub-model.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { FailingFileSystem, type Fault } from '../../support/failing-file-system.js';
import { gets, HASHES, HubFixture, MODEL, NOWHERE, WEIGHTS, weightsOf } from '../../support/hub-fixture.js';
import { RETRY_AFTER_SECONDS, startHubServer } from '../../support/hub-server.js';

let fixture: HubFixture;

beforeEach(async () => {
  fixture = await HubFixture.make();
});

describe('a hub that answers otherwise', () => {
  it.each([500, 502, 503])('is asked again when it answers %i', async (status) => {
    const hub = await fixture.start();
    hub.fail('tokenizer.json', status, 3);
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(fixture.pauses).toEqual([1000, 2000, 4000]);
  });

  it('is asked again when it said it will be', async () => {
    const hub = await fixture.start();
    hub.fail(WEIGHTS, 429, 1);
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
    expect(fixture.pauses).toEqual([RETRY_AFTER_SECONDS * 1000]);
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
    const hub = await fixture.start();
    hub.fail('config.json', fault);
    const error = await fixture.failure(fixture.request(hub.endpoint));
    expect(error.problem).toMatch(problem);
    expect(error.message.split('\n')).toHaveLength(1);
    expect(error.remedy).toContain('unset EMBEDDING_MODEL');
  });

  it('is named where it cannot be reached, and not asked again', async () => {
    const hub = await startHubServer(MODEL, fixture.source);
    await hub.close();
    const error = await fixture.failure(fixture.request(hub.endpoint));
    expect(error.problem).toBe(`${new URL(hub.endpoint).host} cannot be reached (ECONNREFUSED)`);
    expect(fixture.pauses).toEqual([]);
  });

  it('has no file of the weights: said before anything large is downloaded', async () => {
    const hub = await fixture.start();
    expect((await fixture.failure(fixture.request(hub.endpoint, { dtype: 'fp32' }))).problem).toMatch(
      /onnx\/model\.onnx does not exist/,
    );
    expect(gets(hub, 'onnx/')).toEqual([]);
  });
});

describe('a machine that cannot have it', () => {
  it('says how much memory is needed, before the download and after it', async () => {
    await fixture.writeSource({ [WEIGHTS]: weightsOf(2_000_000) });
    const hub = await fixture.start();
    const small = { availableMemory: 1_000_000 };
    const tooLarge = await fixture.failure(fixture.request(hub.endpoint, small));
    expect(tooLarge.problem).toBe('it needs at least 2 MB of memory, and 1 MB are free');
    expect(tooLarge.remedy).toContain('npx yinju model list');
    expect(gets(hub, 'onnx/')).toEqual([]);
    await hubModelFiles(fixture.request(hub.endpoint, { availableMemory: 2_000_000 }));
    expect((await fixture.failure(fixture.request(hub.endpoint, small))).problem).toBe(tooLarge.problem);
  });

  it.each([
    ['ENOSPC', 'no space is left on the disk, ENOSPC'],
    ['EROFS', 'the disk is read-only, EROFS'],
    ['EIO', 'EIO'],
  ] as const)('says why it cannot keep it, and can later: %s', async (code, meaning) => {
    const hub = await fixture.start();
    const fault: Fault = { code, at: 4, operations: ['appendFile'], cut: true };
    const fileSystem = new FailingFileSystem(nodeFileSystem, fault);
    const error = await fixture.failure(fixture.request(hub.endpoint, { fileSystem }));
    expect(error.problem).toContain(
      `it cannot be kept in ${join(fixture.cache, 'someone--small-model', 'q8')} (${meaning})`,
    );
    expect(error.remedy).toContain('MODEL_CACHE_DIR');
    expect(await fixture.usable()).toEqual([]);
    expect((await hubModelFiles(fixture.request(hub.endpoint))).hashes).toEqual(HASHES);
  });

  it('is never half-used, whichever call of the disk fails', async () => {
    const hub = await fixture.start();
    const counting = new FailingFileSystem(nodeFileSystem, null);
    await hubModelFiles(
      fixture.request(hub.endpoint, { fileSystem: counting, cacheFolder: join(fixture.cache, 'whole') }),
    );
    for (let at = 1; at <= counting.calls; at += 1) {
      const cacheFolder = join(fixture.cache, String(at));
      const fileSystem = new FailingFileSystem(nodeFileSystem, { code: 'ENOSPC', at, cut: true });
      await fixture.failure(fixture.request(hub.endpoint, { fileSystem, cacheFolder }));
      const offline = await fixture.failure(fixture.request(NOWHERE, { cacheFolder, offline: true }));
      expect(offline.problem).toBe('it has not been downloaded');
      expect((await hubModelFiles(fixture.request(hub.endpoint, { cacheFolder }))).hashes).toEqual(HASHES);
    }
  });
});
