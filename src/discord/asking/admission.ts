import type { Clock } from '../../shared/clock.js';
import { Cooldown, type CooldownLimit } from './cooldown.js';
import { FairQueue, type FairQueueLimits } from './fair-queue.js';

/** Who asks, and where. */
export interface Asker {
  /** Id of the user. */
  readonly user: string;
  /** Id of the server; null in a direct message. */
  readonly server: string | null;
}

/** What became of a question. */
export type Admission<Value> =
  | { readonly status: 'admitted'; readonly value: Value }
  /** Too soon after questions before. `whose` limit it was; where both, the one that takes longer. */
  | { readonly status: 'wait'; readonly whose: 'user' | 'server'; readonly milliseconds: number }
  /** More questions wait than can be answered in good time. */
  | { readonly status: 'busy' };

export interface AdmissionLimits extends FairQueueLimits {
  readonly user: CooldownLimit;
  readonly server: CooldownLimit;
}

/** What whoever runs the bot decides, because it depends on the machine and on how many members a server has. */
export interface AdmissionSettings {
  /** Questions that one user may ask in a minute; 0 means as many as they like. */
  readonly userPerMinute: number;
  /** Those of one server. */
  readonly serverPerMinute: number;
  /** Questions that may wait for their turn. */
  readonly waiting: number;
}

/** The engine works on one question at a time: four in flight keep it busy while others travel to and from Discord. */
const RUNNING = 4;

/** A user may ask for half a minute's questions at once, and a server for a minute's: then they come one by one. */
const MINUTE = 60_000;
const perMinute = (questions: number, burst: number): CooldownLimit => ({
  burst: Math.max(1, Math.ceil(burst)),
  interval: questions === 0 ? 0 : MINUTE / questions,
});

/** The limits that settings mean. */
export function admissionLimits({ userPerMinute, serverPerMinute, waiting }: AdmissionSettings): AdmissionLimits {
  return {
    user: perMinute(userPerMinute, userPerMinute / 2),
    server: perMinute(serverPerMinute, serverPerMinute),
    running: RUNNING,
    waiting,
  };
}

/**
 * A person reads an answer before the next question, so ten at once and one every three seconds never meets somebody
 * who reads; a server of thousands has that a minute at a time. 500 that wait are those that an engine of ten answers a
 * second, a transformer on two cores, gets through within the minute that a question may take.
 */
export const ADMISSION_SETTINGS: AdmissionSettings = { userPerMinute: 20, serverPerMinute: 120, waiting: 500 };

interface Ticket {
  readonly begin: () => void;
  readonly refuse: () => void;
}

/** Lets questions through to the engine: not too many of one user or server, not too many at once, each user in turn. */
export class AdmissionDesk {
  readonly #clock: Clock;
  readonly #users: Cooldown;
  readonly #servers: Cooldown;
  readonly #queue: FairQueue<Ticket>;

  constructor(limits: AdmissionLimits, clock: Clock) {
    this.#clock = clock;
    this.#users = new Cooldown(limits.user);
    this.#servers = new Cooldown(limits.server);
    this.#queue = new FairQueue(limits);
  }

  /** How many questions wait for their turn, and how many are being answered. */
  get size(): { readonly waiting: number; readonly running: number } {
    return this.#queue.size;
  }

  /**
   * Answers a question when its turn comes. Only a question that gets into the queue counts for the cooldowns.
   * @param answer called once at most
   * @throws what `answer` throws; the signal's reason where that is aborted before the turn has come
   */
  async ask<Value>(asker: Asker, answer: () => Promise<Value>, signal?: AbortSignal): Promise<Admission<Value>> {
    signal?.throwIfAborted();
    const now = this.#clock.monotonic();
    const refusal = this.#cooling(asker, now);
    if (refusal !== null) return refusal;
    const turn = this.#line(asker, now, signal);
    if (!(await turn)) return { status: 'busy' };
    try {
      return { status: 'admitted', value: await answer() };
    } finally {
      this.#queue.done(asker.user);
      this.#serve();
    }
  }

  #cooling({ user, server }: Asker, now: number): Extract<Admission<never>, { readonly status: 'wait' }> | null {
    const ofUser = this.#users.wait(user, now);
    const ofServer = server === null ? 0 : this.#servers.wait(server, now);
    if (Math.max(ofUser, ofServer) === 0) return null;
    return ofUser >= ofServer
      ? { status: 'wait', whose: 'user', milliseconds: ofUser }
      : { status: 'wait', whose: 'server', milliseconds: ofServer };
  }

  /** Resolves when the turn has come, or with false where there is none. */
  #line({ user, server }: Asker, now: number, signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        if (this.#queue.remove(user, ticket)) reject(signal?.reason as Error);
      };
      const settle = (admitted: boolean): void => {
        signal?.removeEventListener('abort', leave);
        resolve(admitted);
      };
      const ticket: Ticket = { begin: () => settle(true), refuse: () => settle(false) };
      const added = this.#queue.add(user, ticket);
      if (added.status === 'full') {
        resolve(false);
        return;
      }
      if (added.status === 'waiting-instead') added.dropped.refuse();
      signal?.addEventListener('abort', leave, { once: true });
      this.#users.count(user, now);
      if (server !== null) this.#servers.count(server, now);
      this.#serve();
    });
  }

  #serve(): void {
    for (let next = this.#queue.next(); next !== null; next = this.#queue.next()) next.work.begin();
  }
}
