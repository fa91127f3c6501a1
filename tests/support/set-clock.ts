import type { Clock } from '../../src/shared/clock.js';

/** A clock that stands still until it is told to go on. */
export class SetClock implements Clock {
  #milliseconds: number;

  /** @param start an instant such as 2026-11-22T08:00:00Z */
  constructor(start: string) {
    this.#milliseconds = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#milliseconds);
  }

  monotonic(): number {
    return this.#milliseconds;
  }

  /** Lets time pass. */
  advance({
    days = 0,
    seconds = 0,
    milliseconds = 0,
  }: {
    readonly days?: number;
    readonly seconds?: number;
    readonly milliseconds?: number;
  }): void {
    this.#milliseconds += days * 86_400_000 + seconds * 1000 + milliseconds;
  }
}
