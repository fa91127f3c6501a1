import { describe, expect, it } from 'vitest';
import { loadHnswLibrary } from '../../../src/vector/hnsw-library.js';

describe('loadHnswLibrary', () => {
  it('gives the library, or says in one line why not: never an error', async () => {
    const loaded = await loadHnswLibrary();
    if (loaded.status === 'available') expect(typeof loaded.library.HierarchicalNSW).toBe('function');
    else expect(loaded.reason).toMatch(/^[^\n]+$/);
  });
});
