import { dirname } from 'node:path';
import type { FileSystem } from './file-system.js';

/** What a file is called until it is complete. A file of this name is never read and may be removed at any time. */
export const TEMPORARY_SUFFIX = '.tmp';

/**
 * Puts a complete file in the place of another, or nothing at all: a reader sees the old bytes or the new ones. The
 * temporary file lies in the same folder, because a rename is atomic within one file system only; it is removed where
 * the writing fails. After a power cut the old file may be back: see `writeFileAtomically`.
 * One writer a path at a time.
 */
export async function replaceFile(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = path + TEMPORARY_SUFFIX;
  try {
    await fileSystem.writeFile(temporary, bytes);
    await fileSystem.rename(temporary, path);
  } catch (cause) {
    // The first error is the one to tell: that a full or read-only disk keeps the remainder too follows from it.
    await fileSystem.remove(temporary).catch(() => undefined);
    throw cause;
  }
}

/**
 * `replaceFile`, and flushes the folder, so that the new file outlives a power cut.
 * @throws what the file system throws; the new file may be in place where only the flush of the folder failed
 */
export async function writeFileAtomically(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(fileSystem, path, bytes);
  await fileSystem.syncFolder(dirname(path));
}
