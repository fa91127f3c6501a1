/**
 * Ids as Discord makes them (reference.mdx, "Snowflakes"), counting up instead of telling the time: a test reads the
 * same at every run.
 */
export class Snowflakes {
  #next = 1_100_000_000_000_000_000n;

  next(): string {
    this.#next += 1n << 22n;
    return String(this.#next);
  }
}
