import type { Logger } from '../shared/logger.js';
import { Database } from './database.js';
import { openAdapter, type StoreLocation } from './open-store.js';
import { readMeta } from './tables/meta.js';
import { MIGRATIONS } from './tables/migrations.js';
import type { Queries } from './tables/tables.js';

/** How a database stands that somebody asks about without using it. */
export interface InspectedStore {
  /** The file, or host, port and name; never a password. */
  readonly name: string;
  /** Version of its schema; 0 where it holds nothing of Yinju yet. */
  readonly schema: number;
  /** The version that this program makes of it when the bot starts. */
  readonly newest: number;
}

/** Looks at a database that is there, and changes nothing in it. @throws the errors of `store-errors.ts` */
export async function inspectStore(location: StoreLocation, logger: Logger): Promise<InspectedStore> {
  const database = new Database(await openAdapter(location, logger));
  try {
    const schema = await database.read(schemaOf);
    return { name: database.name, schema, newest: MIGRATIONS.length };
  } finally {
    await database.close();
  }
}

async function schemaOf(queries: Queries): Promise<number> {
  const tables = await queries.introspection.getTables();
  return tables.some(({ name }) => name === 'yinju_meta') ? Number(await readMeta(queries, 'schema')) : 0;
}
