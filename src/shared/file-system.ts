/** What an entry of a folder is. Links are followed. */
export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * The file system as Yinju uses it. Errors are Node's (`code` ENOENT, EACCES, ENOSPC ...), unchanged: the caller knows
 * what the file was for and words the error. One adapter is Node's file system, one fails on purpose (tests).
 */
export interface FileSystem {
  /** The whole file. */
  readFile(path: string): Promise<Uint8Array>;
  /**
   * Reads from `start` on into `bytes`, as far as both reach: for files that memory shall not hold.
   * @returns how many bytes were read
   */
  readPart(path: string, start: number, bytes: Uint8Array): Promise<number>;
  /**
   * Creates or replaces a file by pieces that follow one another, and flushes its content to the disk. Not atomic: see
   * `writeFileAtomically`.
   */
  writeFile(path: string, ...pieces: readonly Uint8Array[]): Promise<void>;
  /** Writes bytes at the end of a file, which is created where it is missing. Not flushed; what fails may be half there. */
  appendFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Flushes the content of a file that something else wrote to the disk. */
  syncFile(path: string): Promise<void>;
  /** Creates a file that must not exist yet (EEXIST otherwise): the ground of a lock. */
  createFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Moves a file over another of the same file system, atomically. */
  rename(from: string, to: string): Promise<void>;
  /** Flushes the names in a folder to the disk, so that a rename survives a power cut. */
  syncFolder(path: string): Promise<void>;
  /** Creates a folder and those above it; an existing one is fine. */
  makeFolder(path: string): Promise<void>;
  /** The entries of a folder, sorted by name (code units). */
  list(path: string): Promise<readonly FileEntry[]>;
  /** Removes a file or a folder with all in it; a missing one is fine. */
  remove(path: string): Promise<void>;
  /** Size in bytes and time of the last change in milliseconds since 1970, or null where nothing is there. */
  stat(
    path: string,
  ): Promise<{ readonly size: number; readonly modified: number; readonly kind: FileEntry['kind'] } | null>;
}

/** The code of a Node file-system error, or null where the value is none. */
export function fileErrorCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}
