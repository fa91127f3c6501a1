import { join } from 'node:path';
import type { EncoderIdentity } from '../embedding/encoder.js';
import type { FileSystem } from '../shared/file-system.js';
import type { HnswLoader } from '../vector/hnsw-library.js';
import { HnswIndex } from '../vector/hnsw-index.js';
import { INDEX_NAMES } from './files/index-layout.js';
import { sameEncoder, sameVersions } from './files/manifest.js';
import type { IndexVersions } from './files/manifest.js';
import { readIndex, readOrNull } from './files/read-index.js';
import type { StoredGeneration, UnusableIndex } from './files/read-index.js';
import { gatherVectors } from './files/vector-bytes.js';
import { exactVectors, Generation } from './serving/generation.js';
import type { GenerationVectors } from './serving/generation.js';
import { writeStamps } from './sources/source-stamps.js';
import type { FileStamp } from './sources/source-stamps.js';

/** What to open, and what it must fit. */
export interface OpenRequest {
  readonly fileSystem: FileSystem;
  /** The index folder. */
  readonly folder: string;
  /** The encoder that will encode questions; null where nobody will search by vectors. */
  readonly encoder: EncoderIdentity | null;
  /** The versions of this program; null where any will do. */
  readonly versions: IndexVersions | null;
  /** Stamps of the source files as they are now; null where there are none, and the index is all there is. */
  readonly sources: readonly FileStamp[] | null;
  readonly loadHnsw: HnswLoader;
  readonly signal?: AbortSignal | undefined;
}

/** An index that was opened, or why it cannot be used. Only `ready` and `stale` carry something that answers. */
export type OpenedIndex =
  | {
      readonly status: 'ready';
      readonly generation: Generation;
      /** Why exact search serves although the index has a graph; null where all is as built. */
      readonly graphUnavailable: string | null;
    }
  /** Whole and usable, but the source files are not those that it was built from, or were touched since. */
  | { readonly status: 'stale'; readonly generation: Generation; readonly graphUnavailable: string | null }
  | {
      readonly status: 'other-encoder';
      readonly folder: string;
      readonly found: EncoderIdentity;
      readonly wanted: EncoderIdentity;
    }
  | {
      readonly status: 'other-versions';
      readonly folder: string;
      readonly found: IndexVersions;
      readonly wanted: IndexVersions;
    }
  | UnusableIndex;

/**
 * Opens the current generation of an index. Every file is verified first; nothing is used of an index that is damaged,
 * or was made by another format, encoder or version.
 * @throws IndexReadError where a file is there and cannot be read; the signal's reason where it is aborted
 */
export async function openIndex(request: OpenRequest): Promise<OpenedIndex> {
  const { fileSystem, folder, encoder, versions, sources } = request;
  const read = await readIndex(fileSystem, folder, request.signal);
  if (read.status !== 'read') return read;
  const { stored } = read;
  const { manifest } = stored;
  if (encoder !== null && !sameEncoder(manifest.encoder, encoder))
    return { status: 'other-encoder', folder, found: manifest.encoder, wanted: encoder };
  if (versions !== null && !sameVersions(manifest.versions, versions))
    return { status: 'other-versions', folder, found: manifest.versions, wanted: versions };

  const opened = await openVectors(stored, request.loadHnsw);
  if (opened === null) {
    const file = join(INDEX_NAMES.generations, manifest.generation, INDEX_NAMES.graph);
    return { status: 'damaged', folder, file, reason: 'is no graph over the vectors of its generation' };
  }
  const generation = new Generation(stored, opened.vectors);
  const fresh = sources === null || (await hasStamps(fileSystem, folder, manifest.generation, sources));
  return { status: fresh ? 'ready' : 'stale', generation, graphUnavailable: opened.graphUnavailable };
}

async function openVectors(
  { manifest, layout, segments, graphFile }: StoredGeneration,
  loadHnsw: HnswLoader,
): Promise<{ readonly vectors: GenerationVectors; readonly graphUnavailable: string | null } | null> {
  const { dimension } = manifest.encoder;
  const files = segments.map((segment) => segment.vectors);
  const vectors = gatherVectors(layout, files, dimension);
  if (graphFile === null) return { vectors: exactVectors(vectors, dimension), graphUnavailable: null };
  const hnsw = await loadHnsw();
  if (hnsw.status === 'unavailable')
    return { vectors: exactVectors(vectors, dimension), graphUnavailable: hnsw.reason };
  const index = await HnswIndex.read(hnsw.library, graphFile, vectors, dimension);
  return index === null ? null : { vectors: { kind: 'hnsw', index }, graphUnavailable: null };
}

/** Whether the index noted exactly these stamps. A file of stamps that is missing or damaged notes others. */
export async function hasStamps(
  fileSystem: FileSystem,
  folder: string,
  generation: string,
  stamps: readonly FileStamp[],
): Promise<boolean> {
  const noted = await readOrNull(fileSystem, folder, INDEX_NAMES.sources);
  return noted !== null && Buffer.compare(noted, writeStamps(generation, stamps)) === 0;
}
