import { describe } from 'vitest';
import { ExactIndex } from '../../src/vector/exact-index.js';
import { HnswIndex } from '../../src/vector/hnsw-index.js';
import { loadHnswLibrary } from '../../src/vector/hnsw-library.js';
import { describeVectorIndex } from './vector-index.js';

describeVectorIndex('ExactIndex', (vectors, dimension) => Promise.resolve(new ExactIndex(vectors, dimension)));

const hnsw = await loadHnswLibrary();

// The library is optional: where it could not be compiled there is nothing to test.
describe.skipIf(hnsw.status === 'unavailable')('with the native library', () => {
  if (hnsw.status === 'available')
    describeVectorIndex('HnswIndex', (vectors, dimension) => HnswIndex.build(hnsw.library, vectors, dimension));
});
