import type { Sharding } from './identity-routes.js';
import type { RateLimit } from './rate-limiter.js';

export interface EmulatorOptions {
  readonly token?: string;
  /** Privileged intents that are switched on in the portal: none unless given. */
  readonly allowedPrivileged?: number;
  /** Language of the server. */
  readonly guildLocale?: string;
  readonly heartbeatMilliseconds?: number;
  /** What it asks of the bot where that is large: divided into shards, of which so many may identify at a time. */
  readonly sharding?: Sharding;
  /** Milliseconds that never go back, for the deadlines of interactions. */
  readonly now?: () => number;
  /** Of each route and each of its channels; none unless given. */
  readonly rateLimit?: RateLimit;
  /** Of all routes together, 50 in a second at Discord (topics/rate-limits.mdx, "Global Rate Limit"); none unless given. */
  readonly globalRateLimit?: RateLimit;
  /**
   * True for tests of the emulator itself: requests that no bot may send do not fail `close`, and are not held against the
   * official description.
   */
  readonly lenient?: boolean;
}
