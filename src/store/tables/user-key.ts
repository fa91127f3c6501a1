import { createHmac, randomBytes } from 'node:crypto';
import { readMeta } from './meta.js';
import type { Queries } from './tables.js';

/** What keyed hashes are made with: 256 random bits as hexadecimal digits. */
export const newSecret = (): string => randomBytes(32).toString('hex');

/** HMAC-SHA256 of a user's id, as 64 hexadecimal digits. */
export function userKey(secret: string, user: string): string {
  return createHmac('sha256', secret).update(user).digest('hex');
}

/**
 * The keyed hash that stands for a user. The secret is made at the first start and lies in the database, so that a backup
 * holds it too: with a secret elsewhere, somebody who moves the bot and forgets it takes from every user the means to
 * export and delete what is theirs. It is read in the same transaction, because a restore may have changed it.
 */
export async function userKeyIn(queries: Queries, user: string): Promise<string> {
  const secret = await readMeta(queries, 'secret');
  if (secret === null) throw new Error('the database has no secret: a migration did not make it');
  return userKey(secret, user);
}
