import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/indexing/build-index.js';
import { MAXIMUM_SEGMENTS } from '../../../src/indexing/build/build-plan.js';
import type { BuildProgress } from '../../../src/indexing/build/build-report.js';
import { EncoderFaultError, IndexInputError } from '../../../src/indexing/index-errors.js';
import { openIndex } from '../../../src/indexing/open-index.js';
import { HashingEncoder } from '../../support/hashing-encoder.js';
import { buildRequest, documentOf, openRequest, splitLines, VERSIONS } from '../../support/index-fixture.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const one = documentOf('one', ['first', 'second']);
const two = documentOf('two', ['third']);

describe('buildIndex', () => {
  it('reports what it added, changed, removed and encoded', async () => {
    const folder = await temporaryFolder();
    const first = await buildIndex(buildRequest(folder, [two, one]));
    expect(first).toMatchObject({ outcome: 'built', generation: '000001', documents: 2, passages: 3 });
    expect(first).toMatchObject({ added: ['one', 'two'], changed: [], removed: [], encoded: 3, notices: [] });

    const changed = documentOf('two', ['third', 'fourth']);
    const second = await buildIndex(buildRequest(folder, [changed, documentOf('three', ['fifth'])]));
    expect(second).toMatchObject({ outcome: 'built', generation: '000002', documents: 2, passages: 3 });
    expect(second).toMatchObject({ added: ['three'], changed: ['two'], removed: ['one'], encoded: 2 });
  });

  it('leaves the generation as it is where nothing changed', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one, two]));
    const encoder = new HashingEncoder();
    const again = await buildIndex(buildRequest(folder, [two, one], { encoder }));
    expect(again).toMatchObject({ outcome: 'unchanged', generation: '000001', added: [], changed: [], encoded: 0 });
    expect(encoder.encoded).toEqual([]);
    expect(await readdir(join(folder, 'index', 'generations'))).toEqual(['000001']);
  });

  it('encodes a text once: not again where it stood before, in another document, or twice', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one]));
    const encoder = new HashingEncoder();
    const documents = [documentOf('one', ['second', 'new', 'first']), documentOf('copy', ['first', 'new', 'new'])];
    await buildIndex(buildRequest(folder, documents, { encoder }));
    expect(encoder.encoded).toEqual(['new']);
  });

  it('takes a change of metadata over without encoding anything', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one, two]));
    const encoder = new HashingEncoder();
    const renamed = documentOf('one', ['first', 'second'], { title: 'Another title' });
    expect(await buildIndex(buildRequest(folder, [renamed, two], { encoder }))).toMatchObject({ changed: ['one'] });
    expect(encoder.encoded).toEqual([]);
    const opened = await openIndex(openRequest(folder));
    if (opened.status !== 'ready') throw new Error(opened.status);
    expect((await opened.generation.documents(['global'])).map(({ title }) => title)).toEqual([
      'Another title',
      'Title of two',
    ]);
  });

  it('splits everything again for other versions, and encodes nothing that it knows', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one, two]));
    const encoder = new HashingEncoder();
    const versions = { ...VERSIONS, splitter: '2' };
    const report = await buildIndex(buildRequest(folder, [one, two], { encoder, versions }));
    expect(report.notices).toEqual([{ key: 'versions-replaced', found: VERSIONS }]);
    expect(report).toMatchObject({ outcome: 'built', encoded: 0 });
    expect((await openIndex(openRequest(folder, { versions }))).status).toBe('ready');
  });

  it('encodes everything again for another encoder', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one, two]));
    const encoder = new HashingEncoder({ model: 'other', dimension: 8 });
    const report = await buildIndex(buildRequest(folder, [one, two], { encoder }));
    expect(report).toMatchObject({ outcome: 'built', encoded: 3, notices: [{ key: 'encoder-replaced' }] });
    expect((await openIndex(openRequest(folder, { encoder: encoder.identity }))).status).toBe('ready');
  });

  it('builds an index without documents, and one that has lost all of them', async () => {
    const folder = await temporaryFolder();
    expect(await buildIndex(buildRequest(folder, []))).toMatchObject({ outcome: 'built', documents: 0, passages: 0 });
    await buildIndex(buildRequest(folder, [one, documentOf('empty', [])]));
    await buildIndex(buildRequest(folder, []));
    const opened = await openIndex(openRequest(folder));
    if (opened.status !== 'ready') throw new Error(opened.status);
    expect(opened.generation.summary).toMatchObject({ documents: 0, passages: 0 });
  });

  it('merges segments where there are too many of them', async () => {
    const folder = await temporaryFolder();
    const documents = Array.from({ length: MAXIMUM_SEGMENTS + 1 }, (_, place) =>
      documentOf(`d-${place}`, [`l${place}`]),
    );
    const compacted: boolean[] = [];
    for (const place of documents.keys())
      compacted.push((await buildIndex(buildRequest(folder, documents.slice(0, place + 1)))).compacted);
    expect(compacted).toEqual([...Array<boolean>(MAXIMUM_SEGMENTS).fill(false), true]);
  });

  it('merges segments where most of what they hold is dead', async () => {
    const folder = await temporaryFolder();
    const short = documentOf('short', ['s']);
    await buildIndex(buildRequest(folder, [documentOf('long', ['a', 'b', 'c']), short]));
    const report = await buildIndex(buildRequest(folder, [documentOf('long', ['d']), short]));
    expect(report).toMatchObject({ compacted: true, changed: ['long'], encoded: 1 });
    const opened = await openIndex(openRequest(folder));
    if (opened.status !== 'ready') throw new Error(opened.status);
    expect(opened.generation.manifest).toMatchObject({ tombstones: [], counts: { passages: 2, deadPassages: 0 } });
    expect(opened.generation.manifest.segments).toHaveLength(1);
  });

  it('notes what is dead as tombstones until then', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one, two]));
    await buildIndex(buildRequest(folder, [one]));
    const opened = await openIndex(openRequest(folder));
    if (opened.status !== 'ready') throw new Error(opened.status);
    expect(opened.generation.manifest.tombstones).toEqual([{ segment: '000001', document: 'two' }]);
    expect(opened.generation.manifest.counts).toEqual({ documents: 1, passages: 2, deadPassages: 1 });
  });

  it('keeps the newest two generations and the segments that they need', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one]));
    await buildIndex(buildRequest(folder, [one, two]));
    await buildIndex(buildRequest(folder, [two]));
    await buildIndex(buildRequest(folder, [two, documentOf('x', ['x'])]));
    expect(await readdir(join(folder, 'index', 'generations'))).toEqual(['000003', '000004']);
    expect(await readdir(join(folder, 'index', 'segments'))).toEqual(['000002', '000004']);
  });

  it('lets a reader that opened an older generation go on, whatever is deleted', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one]));
    const opened = await openIndex(openRequest(folder));
    if (opened.status !== 'ready') throw new Error(opened.status);
    await rm(join(folder, 'index'), { recursive: true });
    expect((await opened.generation.passagesOf('one')).map(({ text }) => text)).toEqual(['first', 'second']);
  });

  it('refuses two documents with one id, and passages that stand in the wrong place', async () => {
    const folder = await temporaryFolder();
    const twin = documentOf('one', ['x'], { file: 'other.txt' });
    await expect(buildIndex(buildRequest(folder, [one, twin]))).rejects.toThrow(
      'Two documents have the id one: one in one.txt, one in other.txt.',
    );
    const backwards = buildRequest(folder, [one], { split: (document) => splitLines(document).toReversed() });
    await expect(buildIndex(backwards)).rejects.toThrow(IndexInputError);
    const sameId = buildRequest(folder, [one], {
      split: (document) => splitLines(document).map((passage) => ({ ...passage, id: 'same' })),
    });
    await expect(buildIndex(sameId)).rejects.toThrow('Two passages have the id same');
    const noId = buildRequest(folder, [one], {
      split: (document) => splitLines(document).map((passage) => ({ ...passage, id: 'a"b' })),
    });
    await expect(buildIndex(noId)).rejects.toThrow('"a"b" in one is no id of a passage.');
    expect((await openIndex(openRequest(folder))).status).toBe('missing');
  });

  it.each([
    ['a number that is none', Float32Array.of(NaN, 0)],
    ['another length than 1', Float32Array.of(0.5, 0.5)],
    ['another dimension', Float32Array.of(1)],
  ])('refuses an encoder whose vectors have %s', async (_, vector) => {
    const folder = await temporaryFolder();
    const real = new HashingEncoder({ dimension: 2, batchSize: 1 });
    const encoder = {
      identity: real.identity,
      batchSize: 1,
      encode: () => Promise.resolve([vector]),
      close: () => real.close(),
    };
    await expect(buildIndex(buildRequest(folder, [one], { encoder }))).rejects.toThrow(EncoderFaultError);
  });

  it('tells how far it is, phase by phase', async () => {
    const folder = await temporaryFolder();
    const told: BuildProgress[] = [];
    const encoder = new HashingEncoder({ batchSize: 2 });
    await buildIndex(buildRequest(folder, [one, two], { encoder, onProgress: (progress) => told.push(progress) }));
    expect(told.filter(({ phase }) => phase === 'split').map(({ done }) => done)).toEqual([1, 2]);
    expect(told.filter(({ phase }) => phase === 'encode').map(({ done, total }) => `${done}/${total}`)).toEqual([
      '0/3',
      '2/3',
      '3/3',
    ]);
    expect(told.at(-1)).toEqual({ phase: 'write', done: 2, total: 2 });
  });

  it('stops where the signal is aborted, leaves the index as it was and nothing behind', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one]));
    const reason = new Error('no longer wanted');
    for (const phase of ['split', 'encode', 'write'] as const) {
      const controller = new AbortController();
      const request = buildRequest(folder, [one, two], {
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.phase === phase) controller.abort(reason);
        },
      });
      await expect(buildIndex(request)).rejects.toBe(reason);
      expect((await readdir(join(folder, 'index'), { recursive: true })).filter((name) => /000002/.test(name))).toEqual(
        [],
      );
      expect(await buildIndex(buildRequest(folder, [one]))).toMatchObject({
        outcome: 'unchanged',
        generation: '000001',
      });
    }
  });
});
