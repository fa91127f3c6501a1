import type { Clock } from '../shared/clock.js';

/** So many of the last answers are looked at: enough to tell, few enough to be of now. */
const REMEMBERED = 200;

const SLOW = 0.95;

/** How long answers took, in milliseconds from the question to the message that answers it. */
export interface AnswerTimes {
  /** How many were measured, from 1 to 200. */
  readonly answers: number;
  readonly median: number;
  /** 95 of 100 took no longer. */
  readonly slow: number;
}

/** How the bot is, for `/status`: since when it runs and how long its last answers took. Nothing about who asked what. */
export class Vitals {
  readonly #clock: Clock;
  readonly #start: number;
  readonly #times: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#start = clock.monotonic();
  }

  /** Milliseconds since the bot was started. */
  get uptime(): number {
    return this.#clock.monotonic() - this.#start;
  }

  /** An answer was shown, so many milliseconds after its question. */
  answered(milliseconds: number): void {
    this.#times.push(milliseconds);
    if (this.#times.length > REMEMBERED) this.#times.shift();
  }

  /** Null before the first answer. Percentiles are of the nearest rank: always a time that was measured. */
  get answerTimes(): AnswerTimes | null {
    const sorted = this.#times.toSorted((one, other) => one - other);
    const at = (share: number): number | undefined => sorted[Math.ceil(share * sorted.length) - 1];
    const [median, slow] = [at(0.5), at(SLOW)];
    return median === undefined || slow === undefined ? null : { answers: sorted.length, median, slow };
  }
}
