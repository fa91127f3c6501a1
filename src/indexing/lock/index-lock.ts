import type { Clock } from '../../shared/clock.js';
import { fileErrorCode } from '../../shared/file-system.js';
import type { FileSystem } from '../../shared/file-system.js';
import { IndexLockedError } from '../index-errors.js';
import { parseLockOwner, writeLockOwner } from './lock-owner-schema.js';
import type { LockOwner } from './lock-owner-schema.js';
import type { ProcessTable } from './process-table.js';

/** What a lock is made of. */
export interface LockTools {
  readonly fileSystem: FileSystem;
  readonly processes: ProcessTable;
  readonly clock: Clock;
}

/** A lock that is held. */
export interface HeldLock {
  /** Who held it before and had died; null where it was free. `owner` is null where the dead lock named nobody. */
  readonly takenFrom: { readonly owner: LockOwner | null } | null;
  /** Gives the lock back. @throws what the file system throws: the lock then stays until this process ends */
  release(): Promise<void>;
}

/** A lock that names nobody for longer than this was left by a process that died while it wrote it. */
const NAMELESS_FOR_MILLISECONDS = 10_000;

/** Locks on locks on locks: more than three deep means that something else is wrong. */
const MAXIMUM_DEPTH = 3;

/**
 * Takes the lock at `path`: a file that exists while it is held and names process, start and host of its owner.
 *
 * The lock of a dead owner is taken over. Two who find it dead must not both do so, one of them removing the fresh lock
 * of the other: who removes it holds a lock on the lock meanwhile, taken in the same way, and looks again under it.
 *
 * @throws IndexLockedError where its owner lives, or may live on another machine
 */
export async function takeLock(tools: LockTools, path: string, depth = 0): Promise<HeldLock> {
  const content = await ownContent(tools);
  if (await create(tools.fileSystem, path, content)) return held(tools.fileSystem, path, content, null);

  const found = await examine(tools, path);
  if (found.status === 'alive' || depth >= MAXIMUM_DEPTH)
    throw new IndexLockedError(path, found.owner, found.owner === null || (await isHere(tools, found.owner)));
  const guard = await takeLock(tools, `${path}.takeover`, depth + 1);
  try {
    const again = await examine(tools, path);
    if (again.status === 'dead') await tools.fileSystem.remove(path);
    if (again.status !== 'alive' && (await create(tools.fileSystem, path, content)))
      return held(tools.fileSystem, path, content, again.status === 'dead' ? { owner: again.owner } : null);
    throw new IndexLockedError(path, again.status === 'alive' ? again.owner : null, true);
  } finally {
    await guard.release();
  }
}

type Examined =
  | { readonly status: 'alive' | 'dead'; readonly owner: LockOwner | null }
  | { readonly status: 'gone'; readonly owner: null };

async function examine({ fileSystem, processes, clock }: LockTools, path: string): Promise<Examined> {
  const [bytes, state] = [await readOrNull(fileSystem, path), await fileSystem.stat(path)];
  if (bytes === null || state === null) return { status: 'gone', owner: null };
  const owner = parseLockOwner(bytes);
  if (owner === null) {
    const old = clock.now().getTime() - state.modified > NAMELESS_FOR_MILLISECONDS;
    return { status: old ? 'dead' : 'alive', owner };
  }
  const { host } = await processes.self();
  const alive = owner.host !== host || (await processes.isAlive(owner));
  return { status: alive ? 'alive' : 'dead', owner };
}

async function isHere({ processes }: LockTools, owner: LockOwner): Promise<boolean> {
  return owner.host === (await processes.self()).host;
}

async function ownContent({ processes, clock }: LockTools): Promise<Uint8Array> {
  return writeLockOwner({ ...(await processes.self()), since: clock.now().toISOString() });
}

async function create(fileSystem: FileSystem, path: string, content: Uint8Array): Promise<boolean> {
  try {
    await fileSystem.createFile(path, content);
    return true;
  } catch (cause) {
    if (fileErrorCode(cause) === 'EEXIST') return false;
    await removeRemainder(fileSystem, path, content).catch(() => undefined);
    throw cause;
  }
}

/** Removes a lock of which only the beginning was written: it names nobody, and nobody else would dare to for a while. */
async function removeRemainder(fileSystem: FileSystem, path: string, content: Uint8Array): Promise<void> {
  const present = await readOrNull(fileSystem, path);
  if (present === null || present.length === 0) return;
  if (Buffer.compare(present, content.subarray(0, present.length)) === 0) await fileSystem.remove(path);
}

async function readOrNull(fileSystem: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await fileSystem.readFile(path);
  } catch (cause) {
    if (fileErrorCode(cause) === 'ENOENT') return null;
    throw cause;
  }
}

function held(fileSystem: FileSystem, path: string, content: Uint8Array, takenFrom: HeldLock['takenFrom']): HeldLock {
  const removeOwn = async (): Promise<void> => {
    // Deleted by hand and taken by another meanwhile: that lock is not ours to remove.
    const present = await readOrNull(fileSystem, path);
    if (present !== null && Buffer.compare(present, content) === 0) await fileSystem.remove(path);
  };
  return {
    takenFrom,
    // Once more, since a lock that stays stops every later build of a process that lives on.
    release: () => removeOwn().catch(() => removeOwn()),
  };
}
