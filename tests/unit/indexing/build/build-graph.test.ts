import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../../src/indexing/build-index.js';
import { openIndex } from '../../../../src/indexing/open-index.js';
import { loadHnswLibrary } from '../../../../src/vector/hnsw-library.js';
import { buildRequest, documentOf, openRequest } from '../../../support/index-fixture.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const one = documentOf('one', ['first', 'second']);
const two = documentOf('two', ['third']);

describe('buildIndex without the native library', () => {
  it('serves by scan where there are enough passages for a graph and no library for it, and says so', async () => {
    const folder = await temporaryFolder();
    const report = await buildIndex(buildRequest(folder, [one], { graphThreshold: 2 }));
    expect(report.vectorIndex).toBe('exact');
    expect(report.notices).toEqual([{ key: 'graph-unavailable', reason: 'not used in this test' }]);
  });
});

const hnsw = await loadHnswLibrary();

describe.skipIf(hnsw.status === 'unavailable')('buildIndex with the native library', () => {
  const withGraph = { loadHnsw: loadHnswLibrary, graphThreshold: 2 };

  it('builds a graph from the threshold on, and not below it', async () => {
    const folder = await temporaryFolder();
    expect(await buildIndex(buildRequest(folder, [two], withGraph))).toMatchObject({
      vectorIndex: 'exact',
      notices: [],
    });
    expect(await buildIndex(buildRequest(folder, [one], withGraph))).toMatchObject({
      vectorIndex: 'hnsw',
      notices: [],
    });
    const opened = await openIndex(openRequest(folder, { loadHnsw: loadHnswLibrary }));
    if (opened.status !== 'ready') throw new Error(opened.status);
    expect(opened.generation.summary.vectorIndex).toBe('hnsw');
  });

  it('builds the graph later where the library was missing before', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one], { graphThreshold: 2 }));
    expect(await buildIndex(buildRequest(folder, [one], withGraph))).toMatchObject({
      outcome: 'built',
      vectorIndex: 'hnsw',
      encoded: 0,
    });
    expect(await buildIndex(buildRequest(folder, [one], withGraph))).toMatchObject({ outcome: 'unchanged' });
  });

  it('is opened for exact search where the library is missing later, and says why', async () => {
    const folder = await temporaryFolder();
    await buildIndex(buildRequest(folder, [one], withGraph));
    const opened = await openIndex(openRequest(folder));
    if (opened.status !== 'ready') throw new Error(opened.status);
    expect(opened.graphUnavailable).toBe('not used in this test');
    expect(opened.generation.summary.vectorIndex).toBe('exact');
  });
});
