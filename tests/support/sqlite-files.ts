import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/store/sqlite/sqlite-database.js';
import type { TestDatabase } from './test-database.js';

/** Makes folders with a database each, below one that is removed with all in it. */
export class SqliteFiles {
  readonly #folder: string;
  #count = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(): Promise<SqliteFiles> {
    return new SqliteFiles(await mkdtemp(join(tmpdir(), 'yinju-store-')));
  }

  /** The place of a database that is not there yet. */
  next(): TestDatabase {
    this.#count += 1;
    const folder = join(this.#folder, String(this.#count));
    const file = join(folder, 'yinju.db');
    return {
      location: { kind: 'sqlite', file },
      schema: undefined,
      connect: () => openSqlite(file),
      everything: async () => {
        const names = await readdir(folder);
        return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('\n');
      },
    };
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
