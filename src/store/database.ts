import type { Kysely } from 'kysely';
import { YinjuError } from '../shared/errors.js';
import { StoreUnavailableError } from './store-errors.js';
import type { Queries, Tables } from './tables/tables.js';

/** What differs between one database and another. Adapters: SQLite and PostgreSQL. */
export interface DatabaseAdapter {
  /** For messages: the file, or host, port and name; never a password. */
  readonly name: string;
  readonly kysely: Kysely<Tables>;
  /** Holds every other process back from changing the schema until the transaction ends, and lifts its time limit. */
  lockSchema(transaction: Queries): Promise<void>;
  /** Did others stand in the way, so that the same work may succeed in a moment? */
  isContention(error: unknown): boolean;
  /** What an error of the driver means to whoever runs Yinju; null where the error is a fault of the program. */
  explain(error: unknown): YinjuError | null;
  /** Removes what deleted rows left in the files. @returns false where others stand in the way */
  erase(): Promise<boolean>;
  close(): Promise<void>;
}

/** Milliseconds between attempts: short at first, since most locks are held for a moment. */
const FIRST_DELAY = 2;
const LONGEST_DELAY = 100;
/** Milliseconds of delay after which others are said to hold the database. */
const PATIENCE = 10_000;

/**
 * Transactions on a database. Work that others stood in the way of is done again from its beginning, after a delay that
 * leaves the event loop free: it must do nothing but query. What the driver throws becomes an error that says what to do.
 */
export class Database {
  readonly #adapter: DatabaseAdapter;
  readonly #patience: number;
  readonly #running = new Set<Promise<unknown>>();

  /** @param patience milliseconds that a call waits for others at most */
  constructor(adapter: DatabaseAdapter, patience = PATIENCE) {
    this.#adapter = adapter;
    this.#patience = patience;
  }

  get name(): string {
    return this.#adapter.name;
  }

  /** Queries that see one state of the database. */
  read<Value>(work: (queries: Queries) => Promise<Value>): Promise<Value> {
    const { kysely } = this.#adapter;
    return this.#attempt(() =>
      kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
    );
  }

  /** Queries that take effect all together or not at all. */
  write<Value>(work: (queries: Queries) => Promise<Value>): Promise<Value> {
    return this.#attempt(() => this.#adapter.kysely.transaction().execute(work));
  }

  /** As `write`, while no other process changes the schema. */
  writeSchema<Value>(work: (queries: Queries) => Promise<Value>): Promise<Value> {
    return this.write(async (queries) => {
      await this.#adapter.lockSchema(queries);
      return work(queries);
    });
  }

  /** Removes from the files what deleted rows left there. */
  async erase(): Promise<void> {
    await this.#attempt(async () => {
      if (!(await this.#adapter.erase())) throw new Contention();
    });
  }

  /** Waits for what was begun, also where it waits for others; afterwards nothing may be called. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.#adapter.close();
  }

  #attempt<Value>(action: () => Promise<Value>): Promise<Value> {
    const attempts = this.#attempts(action).finally(() => this.#running.delete(attempts));
    this.#running.add(attempts);
    return attempts;
  }

  async #attempts<Value>(action: () => Promise<Value>): Promise<Value> {
    let waited = 0;
    for (let delay = FIRST_DELAY; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      try {
        return await action();
      } catch (error) {
        const inTheWay = error instanceof Contention || this.#adapter.isContention(error);
        if (!inTheWay) throw error instanceof YinjuError ? error : (this.#adapter.explain(error) ?? error);
        if (waited >= this.#patience) throw lockedFor(this.name, waited, error);
      }
      await new Promise((resolve) => setTimeout(resolve, delay));
      waited += delay;
    }
  }
}

/** Something else uses what shall be erased. */
class Contention extends Error {}

function lockedFor(name: string, waited: number, cause: unknown): StoreUnavailableError {
  const seconds = Math.round(waited / 1000);
  return new StoreUnavailableError(
    name,
    `others have held it locked for ${seconds} s`,
    'Try again; if it goes on, end the other programs that use it.',
    cause,
  );
}
