import { randomBytes } from 'node:crypto';
import type { Queries } from './tables.js';

/** The values that are kept about the database itself. */
type MetaName = 'schema' | 'secret' | 'settings-revision' | 'erasure';

/** A value, or null where it was never set. */
export async function readMeta(queries: Queries, name: MetaName): Promise<string | null> {
  const row = await queries.selectFrom('yinju_meta').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeMeta(queries: Queries, name: MetaName, value: string): Promise<void> {
  await queries
    .insertInto('yinju_meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** A value that no other has had: 128 random bits as hexadecimal digits. */
export const newToken = (): string => randomBytes(16).toString('hex');

/** Tells every process that settings which it has kept are out of date. A token and no number: a restore may not lead back to one seen. */
export async function announceSettings(queries: Queries): Promise<void> {
  await writeMeta(queries, 'settings-revision', newToken());
}
