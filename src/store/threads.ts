/** A thread that the bot opened for a conversation. */
export interface OpenedThread {
  readonly thread: string;
  readonly guild: string;
  /** The channel that it belongs to. */
  readonly channel: string;
}

/** The threads in which the bot goes on without being mentioned. Nothing about users is kept with them. */
export interface ThreadStore {
  /** Remembers a thread; one that is known already stays as it is. */
  add(thread: OpenedThread): Promise<void>;
  has(thread: string): Promise<boolean>;
  /** Forgets a thread, which was deleted; an unknown one is fine. */
  remove(thread: string): Promise<void>;
}
