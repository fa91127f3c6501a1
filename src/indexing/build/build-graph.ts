import { HnswIndex } from '../../vector/hnsw-index.js';
import type { FileDigest } from '../files/manifest.js';
import { layOutRows } from '../files/row-layout.js';
import { gatherVectors } from '../files/vector-bytes.js';
import { writeGraph } from '../files/write-generation.js';
import { onDisk } from '../index-errors.js';
import type { BuildNotice } from './build-report.js';
import type { BuildRequest } from './build-request.js';
import type { Draft } from './draft-generation.js';

/**
 * From this many passages on a generation gets a graph. Below it a scan takes some 4 ms at most (384 numbers a vector),
 * which is within what a question may cost, and building a graph would take seconds for nothing.
 */
export const GRAPH_THRESHOLD = 8_000;

/** Whether a generation of so many passages should have a graph. */
export function wantsGraph(passages: number, threshold: number = GRAPH_THRESHOLD): boolean {
  return passages >= threshold;
}

/**
 * Builds and writes the graph over all vectors of a draft. Gives its size and checksum, or null where it should have none or the library is missing. It is built anew
 * for every generation, over rows in their order: a graph to which rows were added one day and marked dead the next
 * would propose other rows than one built from nothing.
 */
export async function buildGraph(
  request: BuildRequest,
  { manifest, vectorFiles }: Pick<Draft, 'manifest' | 'vectorFiles'>,
  notices: BuildNotice[],
): Promise<FileDigest | null> {
  const { fileSystem, folder, signal, onProgress } = request;
  const layout = layOutRows(manifest);
  if (layout === null || !wantsGraph(layout.count, request.graphThreshold)) return null;
  const hnsw = await request.loadHnsw();
  if (hnsw.status === 'unavailable') {
    notices.push({ key: 'graph-unavailable', reason: hnsw.reason });
    return null;
  }
  const { dimension } = manifest.encoder;
  const vectors = gatherVectors(layout, vectorFiles, dimension);
  const graph = await HnswIndex.build(hnsw.library, vectors, dimension, {
    signal,
    onProgress: (done, total) => onProgress?.({ phase: 'graph', done, total }),
  });
  return onDisk(folder, () => writeGraph(fileSystem, folder, manifest.generation, graph));
}
