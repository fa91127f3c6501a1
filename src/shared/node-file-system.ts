import { appendFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileErrorCode } from './file-system.js';
import type { FileEntry, FileSystem } from './file-system.js';

interface Kinded {
  isFile(): boolean;
  isDirectory(): boolean;
}

const kindOf = (entry: Kinded): FileEntry['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

const NOTHING_THERE: readonly (string | null)[] = ['ENOENT', 'ENOTDIR'];

/** Some platforms and network file systems cannot flush a folder; there the rename itself must do. */
const CANNOT_FLUSH_FOLDERS: readonly (string | null)[] = ['EISDIR', 'EINVAL', 'ENOTSUP'];

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
    if (NOTHING_THERE.includes(fileErrorCode(cause))) return null;
    throw cause;
  }
}

async function writeFlushed(path: string, pieces: readonly Uint8Array[], flags: 'w' | 'wx'): Promise<void> {
  const handle = await open(path, flags);
  try {
    // Each is written where the one before ended.
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The file system of this machine. A link counts as what it points to; a broken one is `other`. */
export const nodeFileSystem: FileSystem = {
  readFile: (path) => readFile(path),
  async readPart(path, start, bytes) {
    const handle = await open(path, 'r');
    try {
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    } finally {
      await handle.close();
    }
  },
  writeFile: (path, ...pieces) => writeFlushed(path, pieces, 'w'),
  appendFile: (path, bytes) => appendFile(path, bytes),
  async syncFile(path) {
    const handle = await open(path, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async createFile(path, bytes) {
    try {
      await writeFlushed(path, [bytes], 'wx');
    } catch (cause) {
      // What was created but not filled must not stand in the way of the next attempt.
      if (fileErrorCode(cause) !== 'EEXIST') await rm(path, { force: true }).catch(() => undefined);
      throw cause;
    }
  },
  rename: (from, to) => rename(from, to),
  async syncFolder(path) {
    // Windows opens no folder as a file: its file system keeps a journal of names.
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } catch (cause) {
      if (!CANNOT_FLUSH_FOLDERS.includes(fileErrorCode(cause))) throw cause;
    } finally {
      await handle.close();
    }
  },
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async list(path) {
    const entries = await readdir(path, { withFileTypes: true });
    const found = await Promise.all(
      entries.map(async (entry): Promise<FileEntry> => {
        if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry) };
        const target = await statOrNull(join(path, entry.name));
        return { name: entry.name, kind: target === null ? 'other' : kindOf(target) };
      }),
    );
    return found.sort((left, right) => (left.name < right.name ? -1 : 1));
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
  async stat(path) {
    const found = await statOrNull(path);
    return found === null ? null : { size: found.size, modified: found.mtimeMs, kind: kindOf(found) };
  },
};
