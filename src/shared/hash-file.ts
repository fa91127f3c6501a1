import { createHash, type Hash } from 'node:crypto';
import type { FileSystem } from './file-system.js';

/** So many bytes of a file are in memory at once. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** What a file holds. */
export interface FileHash {
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Hashes a file piece by piece, however large it is; null where there is none. @throws what the file system throws */
export async function hashFile(fileSystem: FileSystem, path: string): Promise<FileHash | null> {
  const found = await fileSystem.stat(path);
  if (found === null) return null;
  const { size } = found;
  return { size, sha256: await digest(createHash('sha256'), fileSystem, path, size) };
}

/**
 * Whether a file holds what a hub announced: its SHA-256 (64 hexadecimal digits), or Git's name for a blob of these
 * bytes, a SHA-1 (40).
 * @param found what `hashFile` gives of the file
 */
export async function hasHash(fileSystem: FileSystem, path: string, found: FileHash, hash: string): Promise<boolean> {
  if (hash.length === 64) return found.sha256 === hash;
  const blob = createHash('sha1').update(`blob ${found.size}\0`);
  return (await digest(blob, fileSystem, path, found.size)) === hash;
}

/** One piece of memory for all: pieces of their own would stay in memory until old garbage is looked for. */
async function digest(hash: Hash, fileSystem: FileSystem, path: string, size: number): Promise<string> {
  const piece = new Uint8Array(Math.min(PIECE_BYTES, size));
  for (let start = 0; start < size; start += piece.length) {
    const filled = await fileSystem.readPart(path, start, piece.subarray(0, size - start));
    hash.update(piece.subarray(0, filled));
  }
  return hash.digest('hex');
}
