import type { Strength } from '../answering/answer.js';
import type { AskedKind } from '../store/contract/question-log.js';
import type { Clock } from '../shared/clock.js';
import {
  UNOBSERVED,
  type BotObserver,
  type BotState,
  type GatewayEvent,
  type SettledQuestion,
} from './bot-observer.js';

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

/**
 * How the bot is: since when it runs and how long its last answers took. The parts of the bot tell it what happens; it keeps
 * what `/status` shows, and passes everything on to whoever operates the bot.
 */
export class Vitals implements BotObserver {
  readonly #clock: Clock;
  readonly #observer: BotObserver;
  readonly #start: number;
  readonly #times: number[] = [];

  constructor(clock: Clock, observer: BotObserver = UNOBSERVED) {
    this.#clock = clock;
    this.#observer = observer;
    this.#start = clock.monotonic();
  }

  /** Milliseconds since the bot was started. */
  get uptime(): number {
    return this.#clock.monotonic() - this.#start;
  }

  /** Null before the first answer. Percentiles are of the nearest rank: always a time that was measured. */
  get answerTimes(): AnswerTimes | null {
    const sorted = this.#times.toSorted((one, other) => one - other);
    const at = (share: number): number | undefined => sorted[Math.ceil(share * sorted.length) - 1];
    const [median, slow] = [at(0.5), at(SLOW)];
    return median === undefined || slow === undefined ? null : { answers: sorted.length, median, slow };
  }

  /** Only answers count for the times: who is told to come back is told at once. */
  settled(question: SettledQuestion): void {
    if (question.outcome === 'answered') this.#times.push(question.milliseconds);
    if (this.#times.length > REMEMBERED) this.#times.shift();
    this.#observer.settled(question);
  }

  judged(kind: AskedKind, strength: Strength): void {
    this.#observer.judged(kind, strength);
  }

  failed(kind: string): void {
    this.#observer.failed(kind);
  }

  gatewayChanged(event: GatewayEvent): void {
    this.#observer.gatewayChanged(event);
  }

  discordResponded(status: number): void {
    this.#observer.discordResponded(status);
  }

  began(state: () => BotState): void {
    this.#observer.began(state);
  }
}
