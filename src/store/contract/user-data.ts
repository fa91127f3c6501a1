import type { AskedKind } from './question-log.js';

/** All that is kept of one user, ready for `JSON.stringify`. Times are ISO 8601 in UTC. */
export interface UserData {
  readonly feedback: readonly {
    readonly answer: string;
    readonly guild: string | null;
    readonly channel: string;
    readonly helpful: boolean;
    readonly passages: readonly string[];
    readonly generation: string;
    readonly question: string | null;
    readonly createdAt: string;
  }[];
  readonly questions: readonly {
    readonly kind: AskedKind;
    readonly guild: string | null;
    readonly channel: string;
    readonly text: string;
    readonly status: 'answered' | 'none';
    readonly strength: 'strong' | 'weak' | 'none';
    readonly askedAt: string;
  }[];
}

/** How many entries were deleted. */
export interface DeletedUserData {
  readonly feedback: number;
  readonly questions: number;
}

/** The rights of a user over what is kept of them. */
export interface UserDataStore {
  /** Everything, oldest first; also what has expired and was not yet removed. */
  exportUser(user: string): Promise<UserData>;
  /**
   * Deletes everything of a user and erases it from the files of the database: afterwards neither the id nor its keyed
   * hash stands in any table, nor, with SQLite, in any file of the database. With PostgreSQL the tables are rewritten and
   * their statistics worked out anew; the server's own write-ahead log and its backups are in its administrator's hands.
   * A backup made with `npx yinju backup` keeps what it held.
   *
   * Where another process stands in the way for long, everything is deleted from the tables, an error says that the
   * files still hold remains, and the next deletion or upkeep erases them.
   */
  deleteUser(user: string): Promise<DeletedUserData>;
}
