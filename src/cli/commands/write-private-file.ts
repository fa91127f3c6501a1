import { open, rename, rm } from 'node:fs/promises';
import { TEMPORARY_SUFFIX } from '../../shared/atomic-write.js';

/** Nobody but its owner reads it or writes to it. */
const OWNER_ONLY = 0o600;

/**
 * Puts a complete file in its place, or nothing, that only its owner can read: also where one with other rights was there
 * before. Windows has no such rights; there the folder decides.
 */
export async function writePrivateFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = path + TEMPORARY_SUFFIX;
  // One that was left behind keeps its own rights.
  await rm(temporary, { force: true });
  try {
    const handle = await open(temporary, 'wx', OWNER_ONLY);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cause;
  }
}
