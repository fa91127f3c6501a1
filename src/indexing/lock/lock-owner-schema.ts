import { z } from 'zod';
import type { ProcessIdentity } from './process-table.js';

/** Who holds a lock and since when (ISO 8601). */
export interface LockOwner extends ProcessIdentity {
  readonly since: string;
}

const owner: z.ZodType<LockOwner> = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  startedAt: z.string(),
  mark: z.string().nullable(),
  since: z.string(),
});

/** The content of a lock file. */
export function writeLockOwner(lockOwner: LockOwner): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(lockOwner)}\n`);
}

/** Reads a lock file; null where it is not complete (being written, or its writer died), or something else. */
export function parseLockOwner(bytes: Uint8Array): LockOwner | null {
  try {
    return owner.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
