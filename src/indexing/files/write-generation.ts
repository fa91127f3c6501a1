import { join } from 'node:path';
import { replaceFile } from '../../shared/atomic-write.js';
import type { FileSystem } from '../../shared/file-system.js';
import { hashFile } from '../../shared/hash-file.js';
import { sha256 } from '../../shared/sha256.js';
import type { HnswIndex } from '../../vector/hnsw-index.js';
import { generationFolder, INDEX_NAMES, nameOfSequence, segmentFolder, sequenceOf } from './index-layout.js';
import type { FileDigest, Manifest } from './manifest.js';
import { writePointer } from './pointer.js';
import type { RowPieces } from './segment.js';

/** A name for a generation and its segment that no generation or segment below the folder bears. */
export async function nextName(fileSystem: FileSystem, folder: string): Promise<string> {
  let highest = 0;
  for (const parent of [INDEX_NAMES.generations, INDEX_NAMES.segments]) {
    const path = join(folder, parent);
    if ((await fileSystem.stat(path)) === null) continue;
    for (const { name } of await fileSystem.list(path)) highest = Math.max(highest, sequenceOf(name) ?? 0);
  }
  return nameOfSequence(highest + 1);
}

/** Size and checksum of a file of these pieces. */
function digestOf(pieces: readonly Uint8Array[]): FileDigest {
  return { size: pieces.reduce((size, piece) => size + piece.length, 0), sha256: sha256(...pieces) };
}

/** Sizes and checksums of the files of a segment but for its vectors. */
export type RowDigests = Readonly<Record<keyof RowPieces, FileDigest>>;

/** Writes the files of a new segment, which nothing names yet, but for its vectors, and flushes them. */
export async function writeRows(
  fileSystem: FileSystem,
  folder: string,
  id: string,
  { passages, postings, laws }: RowPieces,
): Promise<RowDigests> {
  const path = segmentFolder(folder, id);
  await fileSystem.makeFolder(path);
  await fileSystem.writeFile(join(path, INDEX_NAMES.passages), ...passages);
  await fileSystem.writeFile(join(path, INDEX_NAMES.postings), ...postings);
  await fileSystem.writeFile(join(path, INDEX_NAMES.laws), ...laws);
  return { passages: digestOf(passages), postings: digestOf(postings), laws: digestOf(laws) };
}

/** Writes the vectors of a segment whose other files are there, and flushes them with the names of all. */
export async function writeVectors(
  fileSystem: FileSystem,
  folder: string,
  id: string,
  vectors: Uint8Array,
): Promise<FileDigest> {
  const path = segmentFolder(folder, id);
  await fileSystem.writeFile(join(path, INDEX_NAMES.vectors), vectors);
  await fileSystem.syncFolder(path);
  await fileSystem.syncFolder(join(folder, INDEX_NAMES.segments));
  return digestOf([vectors]);
}

/**
 * Writes the graph of a generation that nothing names yet, and flushes it. Its library writes files only, by itself; the
 * checksum is of what stands on the disk then, read piece by piece, since a graph of a whole law book has 80 MB.
 */
export async function writeGraph(
  fileSystem: FileSystem,
  folder: string,
  generation: string,
  graph: HnswIndex,
): Promise<FileDigest> {
  const path = generationFolder(folder, generation);
  await fileSystem.makeFolder(path);
  const file = join(path, INDEX_NAMES.graph);
  await graph.write(file);
  await fileSystem.syncFile(file);
  const digest = await hashFile(fileSystem, file);
  if (digest === null) throw new Error(`${file} was removed while the index was written`);
  return digest;
}

/** Writes the manifest of a new generation, which nothing names yet. @returns its SHA-256 */
export async function writeGeneration(fileSystem: FileSystem, folder: string, manifest: Manifest): Promise<string> {
  const path = generationFolder(folder, manifest.generation);
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  await fileSystem.makeFolder(path);
  await fileSystem.writeFile(join(path, INDEX_NAMES.manifest), bytes);
  await fileSystem.syncFolder(path);
  await fileSystem.syncFolder(join(folder, INDEX_NAMES.generations));
  await fileSystem.syncFolder(folder);
  return sha256(bytes);
}

/** Makes a generation that was written the current one: the moment from which readers see it. */
export async function publish(
  fileSystem: FileSystem,
  folder: string,
  generation: string,
  manifestSha256: string,
): Promise<void> {
  await replaceFile(
    fileSystem,
    join(folder, INDEX_NAMES.pointer),
    writePointer({ generation, manifest: manifestSha256 }),
  );
}
