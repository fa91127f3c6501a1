import { dirname, join } from 'node:path';
import type { FileSystem } from '../../shared/file-system.js';

/** Beside the folder of the library, so that what lies there can be renamed into it. */
const STAGING_SUFFIX = '.adding';

/**
 * Where texts lie until all of them are complete: a folder beside the library, made with the first text. Texts are written
 * as they come, so that never more than one of them is in memory.
 */
export class LibraryStaging {
  readonly #fileSystem: FileSystem;
  readonly #folder: string;
  readonly #staging: string;
  /** Paths below the library; a text lies at its place in this list until it is moved. */
  readonly #files: string[] = [];
  #begun = false;

  /** @param folder the library */
  constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem;
    this.#folder = folder;
    this.#staging = folder + STAGING_SUFFIX;
  }

  /** Writes a text that shall become `file` of the library. @throws what the file system throws */
  async add(file: string, bytes: Uint8Array): Promise<void> {
    if (!this.#begun) {
      this.#begun = true;
      // What an adding that was killed left there.
      await this.#fileSystem.remove(this.#staging);
      await this.#fileSystem.makeFolder(this.#staging);
    }
    await this.#fileSystem.writeFile(join(this.#staging, String(this.#files.length)), bytes);
    this.#files.push(file);
  }

  /** Moves all texts into the library. @throws what the file system throws; texts that were moved by then stay */
  async moveIn(onMoved: (done: number, total: number) => void): Promise<void> {
    const folders = new Set(this.#files.map((file) => dirname(join(this.#folder, file))));
    for (const one of folders) await this.#fileSystem.makeFolder(one);
    for (const [index, file] of this.#files.entries()) {
      await this.#fileSystem.rename(join(this.#staging, String(index)), join(this.#folder, file));
      onMoved(index + 1, this.#files.length);
    }
    for (const one of folders) await this.#fileSystem.syncFolder(one);
  }

  /** Removes what was not moved; what resists is removed by the next adding. */
  async discard(): Promise<void> {
    if (this.#begun) await this.#fileSystem.remove(this.#staging).catch(() => undefined);
  }
}
