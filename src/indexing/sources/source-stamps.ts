import { join } from 'node:path';
import { fileErrorCode } from '../../shared/file-system.js';
import type { FileEntry, FileSystem } from '../../shared/file-system.js';

/** Size and time of a file, to see at a glance whether it may have changed. */
export interface FileStamp {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/**
 * Stamps of every file in some folders and the folders below them, in the order of the folders and sorted by path in
 * each. Take them **before** the documents are read: a file that changes in between is then seen as changed the next time.
 * A folder that is missing, or no folder, has no files. One that cannot be listed is stamped itself: no index was built
 * from it, so what reads the documents will say why. Links to folders that contain them are followed to a depth of 16.
 * @throws what the file system throws when it is asked about a file
 */
export async function stampFolders(fileSystem: FileSystem, folders: readonly string[]): Promise<readonly FileStamp[]> {
  const stamps: FileStamp[] = [];
  for (const folder of folders) stamps.push(...(await stampFolder(fileSystem, folder, DEEPEST)));
  return stamps;
}

/** Folders in folders that are looked into; deeper ones are loops of links. */
const DEEPEST = 16;

async function stampFolder(fileSystem: FileSystem, folder: string, depth: number): Promise<readonly FileStamp[]> {
  const entries = await listOrNull(fileSystem, folder);
  if (entries === null) return [{ path: folder, size: 0, modified: 0 }];
  const stamps: FileStamp[] = [];
  for (const { name, kind } of entries) {
    const path = join(folder, name);
    if (kind === 'folder' && depth > 0) stamps.push(...(await stampFolder(fileSystem, path, depth - 1)));
    if (kind !== 'file') continue;
    const found = await fileSystem.stat(path);
    if (found !== null) stamps.push({ path, size: found.size, modified: found.modified });
  }
  return stamps;
}

/** What lies in a folder, nothing where there is none, or null where the file system does not tell. */
async function listOrNull(fileSystem: FileSystem, folder: string): Promise<readonly FileEntry[] | null> {
  try {
    return await fileSystem.list(folder);
  } catch (cause) {
    const code = fileErrorCode(cause);
    if (code === null) throw cause;
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : null;
  }
}

/** The content of the file of stamps. `generation` is the one that was current when the sources were as stamped. */
export function writeStamps(generation: string, stamps: readonly FileStamp[]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ generation, stamps: stamps.map(pack) })}\n`);
}

function pack({ path, size, modified }: FileStamp): readonly [string, number, number] {
  return [path, size, modified];
}
