import type { FileSystem } from '../../src/shared/file-system.js';

/** The operations of the port. */
export type FileOperation = keyof FileSystem;

/** Operations that change the disk. */
export const WRITING_OPERATIONS: readonly FileOperation[] = [
  'writeFile',
  'appendFile',
  'syncFile',
  'createFile',
  'rename',
  'syncFolder',
  'makeFolder',
  'remove',
];

/** Which call fails, and how. */
export interface Fault {
  /** Code of the error. */
  readonly code: 'ENOSPC' | 'EROFS' | 'EACCES' | 'EIO';
  /** The call that fails, from 1, counted over `operations`. */
  readonly at: number;
  /** Operations that count; all where it is left out. */
  readonly operations?: readonly FileOperation[];
  /** True where a file that shall be written gets the first half of its bytes before the error. */
  readonly cut?: boolean;
  /** True where every call of these operations fails from then on. */
  readonly lasting?: boolean;
}

/**
 * A file system that does what another does, until it fails on purpose. Without a fault it only counts: a test then
 * fails at every one of the calls in turn.
 */
export class FailingFileSystem implements FileSystem {
  /** Calls of the operations that count, so far. */
  calls = 0;
  /** How many of them failed. */
  failures = 0;
  readonly #real: FileSystem;
  readonly #fault: Fault | null;
  readonly #operations: readonly FileOperation[] | null;

  constructor(real: FileSystem, fault: Fault | null, operations: readonly FileOperation[] | null = null) {
    this.#real = real;
    this.#fault = fault;
    this.#operations = fault?.operations ?? operations;
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.#try('readFile', path, () => this.#real.readFile(path));
  }

  readPart(path: string, start: number, bytes: Uint8Array): Promise<number> {
    return this.#try('readPart', path, () => this.#real.readPart(path, start, bytes));
  }

  appendFile(path: string, bytes: Uint8Array): Promise<void> {
    const append = (written: Uint8Array): Promise<void> => this.#real.appendFile(path, written);
    return this.#try(
      'appendFile',
      path,
      () => append(bytes),
      () => append(bytes.subarray(0, bytes.length >> 1)),
    );
  }

  writeFile(path: string, ...pieces: readonly Uint8Array[]): Promise<void> {
    const [first = new Uint8Array()] = pieces;
    return this.#try(
      'writeFile',
      path,
      () => this.#real.writeFile(path, ...pieces),
      () => this.#real.writeFile(path, first.subarray(0, first.length >> 1)),
    );
  }

  createFile(path: string, bytes: Uint8Array): Promise<void> {
    const create = (written: Uint8Array): Promise<void> => this.#real.createFile(path, written);
    return this.#try(
      'createFile',
      path,
      () => create(bytes),
      () => create(bytes.subarray(0, bytes.length >> 1)),
    );
  }

  rename(from: string, to: string): Promise<void> {
    return this.#try('rename', from, () => this.#real.rename(from, to));
  }

  syncFile(path: string): Promise<void> {
    return this.#try('syncFile', path, () => this.#real.syncFile(path));
  }

  syncFolder(path: string): Promise<void> {
    return this.#try('syncFolder', path, () => this.#real.syncFolder(path));
  }

  makeFolder(path: string): Promise<void> {
    return this.#try('makeFolder', path, () => this.#real.makeFolder(path));
  }

  list(path: string): ReturnType<FileSystem['list']> {
    return this.#try('list', path, () => this.#real.list(path));
  }

  remove(path: string): Promise<void> {
    return this.#try('remove', path, () => this.#real.remove(path));
  }

  stat(path: string): ReturnType<FileSystem['stat']> {
    return this.#try('stat', path, () => this.#real.stat(path));
  }

  async #try<Value>(
    operation: FileOperation,
    path: string,
    action: () => Promise<Value>,
    half?: () => Promise<void>,
  ): Promise<Value> {
    if (this.#operations?.includes(operation) ?? true) this.calls += 1;
    else return action();
    const fault = this.#fault;
    if (fault === null || this.calls < fault.at || (this.calls > fault.at && fault.lasting !== true)) return action();
    this.failures += 1;
    if (fault.cut === true) await half?.();
    throw Object.assign(new Error(`${fault.code}: made to fail, ${operation} '${path}'`), { code: fault.code, path });
  }
}
