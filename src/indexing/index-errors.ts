import { reasonOf, YinjuError } from '../shared/errors.js';
import { fileErrorCode } from '../shared/file-system.js';
import type { LockOwner } from './lock/lock-owner-schema.js';

/** Somebody else builds this index, or seems to. Nothing was changed. */
export class IndexLockedError extends YinjuError {
  readonly code = 'index-locked';
  readonly lockFile: string;
  /** Null where the lock does not say. */
  readonly owner: LockOwner | null;

  constructor(lockFile: string, owner: LockOwner | null, onThisMachine: boolean) {
    const who =
      owner === null
        ? 'somebody (the lock names nobody yet)'
        : `process ${owner.pid} on ${owner.host}, started ${owner.startedAt}, since ${owner.since}`;
    const remedy =
      owner === null || onThisMachine
        ? 'Wait until it has finished and try again.'
        : `Wait until it has finished. If that machine is gone or its process has ended, delete ${lockFile} and try again.`;
    super(`The index is being built by ${who}: ${lockFile}.`, { remedy });
    this.lockFile = lockFile;
    this.owner = owner;
  }
}

const WHAT_THE_CODES_MEAN: Readonly<Record<string, readonly [meaning: string, remedy: string]>> = {
  ENOSPC: ['no space is left on the disk', 'Make room on the disk'],
  EDQUOT: ['the quota of the disk is used up', 'Make room on the disk'],
  EROFS: ['the disk is read-only', 'Name a folder that can be written with --index DIR'],
  EACCES: ['access is denied', 'Give this user the right to the folder, or name another with --index DIR'],
  EPERM: ['access is denied', 'Give this user the right to the folder, or name another with --index DIR'],
  EIO: ['the disk reports an input/output error', 'Check the disk, or name a folder on another with --index DIR'],
  EEXIST: ['something in the path is no folder', 'Name a folder with --index DIR'],
  ENOTDIR: ['something in the path is no folder', 'Name a folder with --index DIR'],
};

/** The words for a file-system error: what it means, and what to do. */
function explain(cause: unknown): { readonly meaning: string; readonly remedy: string; readonly errorCode: string } {
  const errorCode = fileErrorCode(cause) ?? 'unknown';
  const [meaning, remedy] = WHAT_THE_CODES_MEAN[errorCode] ?? [reasonOf(cause), 'Check the folder of the index'];
  return { meaning, remedy, errorCode };
}

/** Reading or writing the index failed while it was built. The index that was there before still serves. */
export class IndexBuildError extends YinjuError {
  readonly code = 'index-build';
  readonly folder: string;
  /** Code of the file system, such as ENOSPC. */
  readonly errorCode: string;

  constructor(folder: string, cause: unknown) {
    const { meaning, remedy, errorCode } = explain(cause);
    super(
      `The index in ${folder} could not be built: ${meaning} (${errorCode}). An index that was there still serves.`,
      {
        remedy: `${remedy}, then run \`npx yinju index\`.`,
        cause,
      },
    );
    this.folder = folder;
    this.errorCode = errorCode;
  }
}

/** The files of the index are there and cannot be read. */
export class IndexReadError extends YinjuError {
  readonly code = 'index-read';
  readonly folder: string;
  readonly errorCode: string;

  constructor(folder: string, cause: unknown) {
    const { meaning, remedy, errorCode } = explain(cause);
    super(`The index in ${folder} could not be read: ${meaning} (${errorCode}).`, { remedy: `${remedy}.`, cause });
    this.folder = folder;
    this.errorCode = errorCode;
  }
}

/** Documents or passages that contradict what an index needs, such as one id for two documents. Nothing was changed. */
export class IndexInputError extends YinjuError {
  readonly code = 'index-input';
}

/** The encoder gave something that is no vector of its dimension and of length 1. Nothing was changed. */
export class EncoderFaultError extends YinjuError {
  readonly code = 'encoder-fault';
  readonly model: string;

  constructor(model: string, reason: string) {
    super(`The encoder ${model} gave ${reason}.`, {
      remedy:
        'Its files may be damaged: fetch the model again, or leave EMBEDDING_MODEL out to use the built-in encoder.',
    });
    this.model = model;
  }
}

/** Does something with the disk for a build; what the file system throws becomes an `IndexBuildError`. */
export async function onDisk<Value>(folder: string, action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (cause) {
    throw cause instanceof YinjuError || fileErrorCode(cause) === null ? cause : new IndexBuildError(folder, cause);
  }
}
