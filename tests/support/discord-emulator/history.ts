import { unknownChannel, unknownMessage } from './api-error.js';
import type { Cast } from './cast.js';
import { asText, type JsonObject } from './json.js';
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
  readonly #written = new Map<string, JsonObject>();
  readonly #threads = new Map<string, JsonObject>();
  readonly #channels: Set<string>;
  readonly #board: MessageBoard;
  readonly #cast: Cast;

  constructor(board: MessageBoard, cast: Cast) {
    this.#board = board;
    this.#cast = cast;
    this.#channels = new Set([cast.channel, cast.directChannel]);
  }

  /** There is another channel. */
  addChannel(id: string): void {
    this.#channels.add(id);
  }

  /** Keeps a message of a user. */
  add(message: JsonObject): void {
    this.#written.set(asText(message.id), message);
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

  /** The id where such a channel is there; throws ApiError where it is not. */
  channel(id = ''): string {
    if (!this.#channels.has(id) && !this.#threads.has(id)) throw unknownChannel();
    return id;
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

  /** events/gateway.mdx:443-500: the HTTP API too keeps the content of others back without MESSAGE_CONTENT. */
  #in(channel: string): readonly JsonObject[] {
    const users = [...this.#written.values()].map((message) => ({ ...message, content: '' }));
    const bots = this.#board.all.map((message) => messageJson(message, this.#cast));
    return [...users, ...bots].filter((message: JsonObject) => message.channel_id === channel);
  }
}
