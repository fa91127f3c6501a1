import { unknownMessage } from './api-error.js';
import type { Cast } from './cast.js';
import { ChannelRules } from './channel-rules.js';
import { asList, asObject, asText, type JsonObject } from './json.js';
import { messageJson, type MessageBoard } from './message-board.js';

/** What a test says of a thread that it opens. */
export interface OpenedThread {
  /** Id of who opens it. */
  readonly owner: string;
  /** The message under which it is opened; null for a thread of its own. */
  readonly starter: string | null;
  readonly name?: string;
}

/** The channels with all that is written in them: messages of users as they were, those of the bot as they are now. */
export class History {
  readonly rules: ChannelRules;
  readonly #written = new Map<string, JsonObject>();
  readonly #threads = new Map<string, JsonObject>();
  readonly #channels: Set<string>;
  readonly #board: MessageBoard;
  readonly #cast: Cast;
  readonly #readsContent: boolean;

  /** @param readsContent whether the application may read what is not for it */
  constructor(board: MessageBoard, cast: Cast, readsContent: boolean) {
    this.#readsContent = readsContent;
    this.#board = board;
    this.#cast = cast;
    this.#channels = new Set([cast.channel, cast.directChannel]);
    this.rules = new ChannelRules(this.#channels, this.#threads, (thread) => this.setArchived(thread, false));
  }

  /** There is another channel. */
  addChannel(id: string): void {
    this.#channels.add(id);
  }

  /** Keeps a message of a user. */
  add(message: JsonObject): void {
    this.#written.set(asText(message.id), message);
  }

  /** Its author, or a moderator, deletes a message of a user. */
  remove(id: string): void {
    this.#written.delete(id);
  }

  /** Whether there is such a message, of a user or of the bot. */
  exists(id: string): boolean {
    return this.#written.has(id) || this.#board.find(id) !== null;
  }

  /** The user's message with this id, as it was written; null where there is none. */
  find(id: string): JsonObject | null {
    return this.#written.get(id) ?? null;
  }

  /** The user's message with this id, as it was written. */
  written(id: string): JsonObject {
    const message = this.#written.get(id);
    if (message === undefined) throw new Error(`Nobody wrote a message ${id}`);
    return message;
  }

  /** topics/threads.mdx, "Creating threads": a thread under a message has the id of that message. */
  open({ owner, starter, name = 'thread' }: OpenedThread, newId: string): JsonObject {
    const thread = {
      id: starter ?? newId,
      type: 11,
      guild_id: this.#cast.guild,
      parent_id: this.#cast.channel,
      owner_id: owner,
      name,
      last_message_id: null,
      message_count: 0,
      member_count: 1,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        archive_timestamp: '2026-01-01T00:00:00.000000+00:00',
        locked: false,
        create_timestamp: '2026-01-01T00:00:00.000000+00:00',
      },
    };
    this.#threads.set(thread.id, thread);
    return thread;
  }

  thread(id: string): JsonObject | null {
    return this.#threads.get(id) ?? null;
  }

  /** topics/threads.mdx, "Active & Archived Threads". @returns the thread as it is then */
  setArchived(id: string, archived: boolean, locked = false): JsonObject {
    const thread = this.#threads.get(id);
    if (thread === undefined) throw new Error(`There is no thread ${id}`);
    const changed = { ...thread, thread_metadata: { ...asObject(thread.thread_metadata), archived, locked } };
    this.#threads.set(id, changed);
    return changed;
  }

  /** GET /channels/{channel}/messages/{id} (resources/message.mdx, "Get Channel Message"). Throws ApiError. */
  message(channel: string, id: string): JsonObject {
    const found = this.#in(channel).find((one) => one.id === id);
    if (found === undefined) throw unknownMessage();
    return found;
  }

  /** GET /channels/{channel}/messages (resources/message.mdx, "Get Channel Messages"): the newest first, 50 unless told. */
  messages(channel: string, query: URLSearchParams): readonly JsonObject[] {
    const before = query.get('before');
    return this.#in(channel)
      .filter(({ id }) => before === null || BigInt(asText(id)) < BigInt(before))
      .sort((one, other) => (BigInt(asText(one.id)) < BigInt(asText(other.id)) ? 1 : -1))
      .slice(0, Number(query.get('limit') ?? 50));
  }

  /**
   * events/gateway.mdx, "Message Content Intent" (443-500): the HTTP API too keeps the content of others back without it, but
   * for direct messages and messages that mention the bot.
   */
  #in(channel: string): readonly JsonObject[] {
    const { bot, directChannel } = this.#cast;
    const readable = channel === directChannel || this.#readsContent;
    const users = [...this.#written.values()].map((message) =>
      readable || asList(message.mentions).some((one) => asObject(one).id === bot.id)
        ? message
        : { ...message, content: '' },
    );
    const bots = this.#board.all.map((message) => messageJson(message, this.#cast));
    return [...users, ...bots].filter((message: JsonObject) => message.channel_id === channel);
  }
}
