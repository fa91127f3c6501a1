/** "Rate Limiting" of IDENTIFY: so many shards within five seconds. */
const WINDOW_MILLISECONDS = 5000;

/**
 * events/gateway.mdx, "Rate limit key" of "Sharding": shards of the same remainder modulo `max_concurrency` identify one
 * after another, five seconds apart.
 */
export class IdentifyLimit {
  readonly #maxConcurrency: number | null;
  /** When a shard of this remainder may identify again. */
  readonly #from = new Map<number, number>();

  /** @param maxConcurrency how many shards may identify at a time; null: nobody counts */
  constructor(maxConcurrency: number | null) {
    this.#maxConcurrency = maxConcurrency;
  }

  /** Counts an IDENTIFY of a shard. @returns whether it came too soon; then it does not count */
  isTooSoon(shard: number): boolean {
    if (this.#maxConcurrency === null) return false;
    const now = performance.now();
    const key = shard % this.#maxConcurrency;
    if (now < (this.#from.get(key) ?? 0)) return true;
    this.#from.set(key, now + WINDOW_MILLISECONDS);
    return false;
  }
}
