import { UNOBSERVED, type BotObserver } from '../discord/bot-observer.js';
import type { AskShards } from './all-shards.js';
import type { WatchedParts } from './this-process.js';

/** What a bot is shown by to those who operate it: health, readiness and metrics. */
export interface Operations {
  /** To be told what happens in the bot of this process. */
  readonly observer: BotObserver;
  /** These are looked at from now on, and no other; before, none is ready. */
  watch(parts: WatchedParts): void;
  /** The bot lives in other processes: from now on they are asked. */
  watchShards(ask: AskShards): void;
  /** Closes the port. To be called last: until then a process that is stopping says so. */
  close(): Promise<void>;
}

/** Where nothing is served. */
export const NO_OPERATIONS: Operations = {
  observer: UNOBSERVED,
  watch: () => undefined,
  watchShards: () => undefined,
  close: () => Promise.resolve(),
};
