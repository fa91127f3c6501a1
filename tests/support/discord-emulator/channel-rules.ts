import {
  cannotSendToUser,
  missingAccess,
  missingPermissions,
  noHistory,
  threadArchived,
  unknownChannel,
} from './api-error.js';
import { asObject, type JsonObject } from './json.js';

/**
 * What the bot may not do in a channel: see it (View Channel), write (Send Messages), read what was written (Read Message
 * History: topics/permissions.mdx, "Bitwise Permission Flags"), or write to a user who takes no direct messages.
 */
export type Restriction = 'no access' | 'no sending' | 'no history' | 'no direct messages';

/** What the API lets the bot do in which channel. Interactions are none of its business: they need no permission. */
export class ChannelRules {
  readonly #channels: Set<string>;
  readonly #threads: ReadonlyMap<string, JsonObject>;
  readonly #unarchive: (thread: string) => void;
  readonly #restrictions = new Map<string, Restriction>();

  /** @param unarchive called where a message wakes a thread */
  constructor(channels: Set<string>, threads: ReadonlyMap<string, JsonObject>, unarchive: (thread: string) => void) {
    this.#channels = channels;
    this.#threads = threads;
    this.#unarchive = unarchive;
  }

  /** From now on the bot may not do that there; null lifts it. */
  restrict(channel: string, restriction: Restriction | null): void {
    if (restriction === null) this.#restrictions.delete(channel);
    else this.#restrictions.set(channel, restriction);
  }

  /**
   * Whether the bot may write, or be seen typing. A message wakes a thread that is archived, unless it is locked
   * (topics/threads.mdx, "Active & Archived Threads").
   * @throws ApiError 10003, 50001, 50013, 50007, 50083; 160002 for a reply without the history
   */
  mayWrite(channel: string, { reply }: { readonly reply: boolean }): void {
    this.#mayAccess(channel);
    const restriction = this.#restrictions.get(channel);
    if (restriction === 'no sending') throw missingPermissions();
    if (restriction === 'no direct messages') throw cannotSendToUser();
    if (restriction === 'no history' && reply) throw noHistory();
    const { archived, locked } = this.#thread(channel);
    if (archived === true && locked === true) throw threadArchived();
    if (archived === true) this.#unarchive(channel);
  }

  /** "Users cannot edit messages ... in archived threads". @throws ApiError 10003, 50001, 50083 */
  mayEdit(channel: string): void {
    this.#mayAccess(channel);
    if (this.#thread(channel).archived === true) throw threadArchived();
  }

  /** "If the current user is missing READ_MESSAGE_HISTORY, no messages will be returned." @throws ApiError 10003, 50001 */
  mayReadHistory(channel: string): boolean {
    this.#mayAccess(channel);
    return this.#restrictions.get(channel) !== 'no history';
  }

  /** resources/message.mdx, "Get Channel Message", asks for that permission. @throws ApiError 10003, 50001, 50013 */
  mustReadHistory(channel: string): void {
    if (!this.mayReadHistory(channel)) throw missingPermissions();
  }

  #mayAccess(channel: string): void {
    if (!this.#channels.has(channel) && !this.#threads.has(channel)) throw unknownChannel();
    if (this.#restrictions.get(channel) === 'no access') throw missingAccess();
  }

  #thread(channel: string): JsonObject {
    return asObject(this.#threads.get(channel)?.thread_metadata);
  }
}
