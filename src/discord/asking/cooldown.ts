/** How often something may be done: `burst` times at once, and then once in `interval` milliseconds. */
export interface CooldownLimit {
  /** At least 1. */
  readonly burst: number;
  /** Milliseconds; 0 means without limit. */
  readonly interval: number;
}

/** Entries above which those that have run out are removed. */
const SWEEP_FROM = 1000;

/**
 * Counts how often each of many keys (users, servers) did something. One number a key, by the generic cell rate
 * algorithm (ITU-T I.371, "virtual scheduling"): the moment at which everything done so far would have been due at the
 * steady rate. The time is the caller's, in milliseconds, and never goes back.
 */
export class Cooldown {
  readonly #limit: CooldownLimit;
  readonly #due = new Map<string, number>();

  constructor(limit: CooldownLimit) {
    this.#limit = limit;
  }

  /** How long the key has to wait, in milliseconds; 0 where it may at once. Changes nothing. */
  wait(key: string, now: number): number {
    const { burst, interval } = this.#limit;
    return Math.max(0, (this.#due.get(key) ?? now) - (burst - 1) * interval - now);
  }

  /** Counts that the key did it once, whether it should have waited or not. */
  count(key: string, now: number): void {
    if (this.#limit.interval === 0) return;
    if (this.#due.size >= SWEEP_FROM) this.#sweep(now);
    this.#due.set(key, Math.max(this.#due.get(key) ?? now, now) + this.#limit.interval);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#due.size;
  }

  /** Forgets keys that are as good as new. */
  #sweep(now: number): void {
    for (const [key, due] of this.#due) if (due <= now) this.#due.delete(key);
  }
}
