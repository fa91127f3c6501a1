import type { BotObserver } from '../discord/bot-observer.js';
import type { MetricFamily } from './metric-family-schema.js';
import { PrometheusMetrics } from './prometheus-metrics.js';
import { checkParts, type CheckedParts, type CheckOutcome, type Unready } from './readiness.js';

/** What is looked at in this process while it is there. */
export type WatchedParts = Pick<CheckedParts, 'engine' | 'store'>;

/** How this process is, for those who operate it. */
export class ThisProcess {
  readonly #metrics = new PrometheusMetrics();
  readonly #signal: AbortSignal;
  #parts: WatchedParts = { engine: null, store: null };

  /** @param signal aborted when the process is told to end */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Told by the bot what happens in it. */
  get observer(): BotObserver {
    return this.#metrics;
  }

  /** From now on these are looked at. */
  watch(parts: WatchedParts): void {
    this.#parts = parts;
  }

  /** True from the moment that the process is told to end. */
  get isStopping(): boolean {
    return this.#signal.aborted;
  }

  /** Why no question can be answered; empty where it can. */
  async unready(): Promise<readonly Unready[]> {
    return this.isStopping ? STOPPING : (await this.#check()).unready;
  }

  /** The metrics of the bot and of its process. */
  async families(): Promise<readonly MetricFamily[]> {
    const [bot, process] = await Promise.all([
      this.#check().then((checked) => this.#metrics.botFamilies(checked)),
      this.#metrics.processFamilies(),
    ]);
    return [...bot, ...process];
  }

  /** Those of the process alone, where the bot lives in others. */
  processFamilies(): Promise<readonly MetricFamily[]> {
    return this.#metrics.processFamilies();
  }

  #check(): Promise<CheckOutcome> {
    return checkParts({ ...this.#parts, isConnected: this.#metrics.state?.connected ?? null });
  }
}

/** What is said of a process that was told to end. */
export const STOPPING: readonly Unready[] = [{ part: 'process', reason: 'stopping' }];
