import type { FileSystem } from '../shared/file-system.js';
import { sha256 } from '../shared/sha256.js';
import { INDEX_NAMES } from './files/index-layout.js';
import { parsePointer } from './files/pointer.js';
import { readOrNull } from './files/read-index.js';
import { hasStamps } from './open-index.js';
import type { FileStamp } from './sources/source-stamps.js';

/** How an index on the disk and the documents stand, seen from outside: nothing of the index is read but two small files. */
export interface IndexState {
  /** The generation that is current on the disk; null where there is no index of this version. */
  readonly generation: string | null;
  /** True where that generation was made from the documents as they are now. */
  readonly fresh: boolean;
  /** Equal for two states where neither the documents nor the current generation changed in between. */
  readonly fingerprint: string;
}

/**
 * Looks whether a newer generation, or other documents, have come.
 * @param sources stamps of the documents as they are now
 * @throws IndexReadError where a file is there and cannot be read
 */
export async function readIndexState(
  fileSystem: FileSystem,
  folder: string,
  sources: readonly FileStamp[],
): Promise<IndexState> {
  const bytes = await readOrNull(fileSystem, folder, INDEX_NAMES.pointer);
  const parsed = bytes === null ? null : parsePointer(bytes);
  const generation = parsed?.status === 'pointer' ? parsed.pointer.generation : null;
  const fresh = generation !== null && (await hasStamps(fileSystem, folder, generation, sources));
  const pointer = bytes === null ? '' : sha256(bytes);
  return { generation, fresh, fingerprint: sha256(JSON.stringify([pointer, fresh, sources])) };
}
