import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Strength } from '../answering/answer.js';
import {
  GATEWAY_EVENTS,
  OUTCOMES,
  WAYS,
  type BotObserver,
  type BotState,
  type GatewayEvent,
  type Outcome,
  type SettledQuestion,
} from '../discord/bot-observer.js';
import { ASKED_KINDS, type AskedKind } from '../store/contract/question-log.js';
import { METRIC_FAMILY, type MetricFamily } from './metric-family-schema.js';
import { PARTS, type CheckOutcome } from './readiness.js';

const MILLISECONDS = 1000;
const HUNDRED = 100;

/** Borders of the histogram of answer times, in seconds: from a word index to the minute after which an answer is given up. */
const ANSWER_BUCKETS: readonly number[] = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Those whose asker waited for the engine: who is told to come back is told at once, and would make answers look quick. */
const WAITED: readonly Outcome[] = ['answered', 'failed', 'late'];

const STRENGTHS: readonly Strength[] = ['strong', 'weak', 'none'];

/**
 * Counts what happens in the bot of this process, in the form of Prometheus. Every label has a small set of values that is
 * fixed by the program; no user, server, question or address is ever one.
 */
export class PrometheusMetrics implements BotObserver {
  readonly #process = new Registry();
  readonly #bot = new Registry();
  readonly #questions = this.#counter('yinju_questions_total', 'Questions that are over.', ['way', 'outcome']);
  readonly #answers = this.#counter('yinju_answers_total', 'What was asked and held against the documents.', [
    'kind',
    'strength',
  ]);
  readonly #errors = this.#counter('yinju_errors_total', 'Errors by their kind.', ['kind']);
  readonly #gatewayEvents = this.#counter('yinju_gateway_events_total', 'What became of the gateway.', ['event']);
  readonly #responses = this.#counter('yinju_discord_responses_total', 'Responses of Discord over HTTP.', ['status']);
  readonly #times = new Histogram({
    name: 'yinju_question_duration_seconds',
    help: 'Time from a question to its final message.',
    buckets: [...ANSWER_BUCKETS],
    registers: [this.#bot],
  });
  readonly #ready = this.#gauge('yinju_part_ready', '1 where a part of the bot is ready for questions.', ['part']);
  readonly #index = this.#gauge('yinju_index_info', 'The generation of the index that answers.', ['generation']);
  readonly #documents = this.#gauge('yinju_index_documents', 'Documents in the index.');
  readonly #passages = this.#gauge('yinju_index_passages', 'Passages in the index.');
  readonly #queue = this.#gauge('yinju_queue_questions', 'Questions that wait, and those that are answered.', [
    'state',
  ]);
  readonly #inFlight = this.#gauge(
    'yinju_in_flight',
    'Questions, buttons and choices that were begun and are not over.',
  );
  readonly #servers = this.#gauge('yinju_servers', 'Servers that the bot is in.');
  readonly #heartbeat = this.#gauge('yinju_gateway_heartbeat_seconds', 'From a heartbeat to its acknowledgement.');
  #state: (() => BotState) | null = null;

  constructor() {
    collectDefaultMetrics({ register: this.#process });
    // A series that is there from the beginning has a rate from the beginning.
    for (const way of WAYS) for (const outcome of OUTCOMES) this.#questions.inc({ way, outcome }, 0);
    for (const kind of ASKED_KINDS) for (const strength of STRENGTHS) this.#answers.inc({ kind, strength }, 0);
    for (const event of GATEWAY_EVENTS) this.#gatewayEvents.inc({ event }, 0);
  }

  settled({ way, outcome, milliseconds }: SettledQuestion): void {
    this.#questions.inc({ way, outcome });
    if (WAITED.includes(outcome)) this.#times.observe(milliseconds / MILLISECONDS);
  }

  judged(kind: AskedKind, strength: Strength): void {
    this.#answers.inc({ kind, strength });
  }

  failed(kind: string): void {
    this.#errors.inc({ kind });
  }

  gatewayChanged(event: GatewayEvent): void {
    this.#gatewayEvents.inc({ event });
  }

  discordResponded(status: number): void {
    // That of a rate limit is told from other refusals: it says that there is too much, not that something is wrong.
    this.#responses.inc({ status: status === 429 ? '429' : `${Math.floor(status / HUNDRED)}xx` });
  }

  began(state: () => BotState): void {
    this.#state = state;
  }

  /** Null before the bot has begun. */
  get state(): BotState | null {
    return this.#state?.() ?? null;
  }

  /** The metrics of this process as such: processor, memory, event loop. The delay of the event loop is that since they were last read. */
  processFamilies(): Promise<readonly MetricFamily[]> {
    return familiesOf(this.#process);
  }

  /** The metrics of the bot. @param checked how its parts are now */
  async botFamilies({ unready, index }: CheckOutcome): Promise<readonly MetricFamily[]> {
    for (const part of PARTS) this.#ready.set({ part }, unready.some((one) => one.part === part) ? 0 : 1);
    this.#index.reset();
    if (index !== null) {
      this.#index.set({ generation: index.generation }, 1);
      this.#documents.set(index.documents);
      this.#passages.set(index.passages);
    }
    const { state } = this;
    if (state !== null) {
      this.#queue.set({ state: 'waiting' }, state.queue.waiting);
      this.#queue.set({ state: 'running' }, state.queue.running);
      this.#inFlight.set(state.inFlight);
      this.#servers.set(state.servers);
      if (state.heartbeat !== null) this.#heartbeat.set(state.heartbeat / MILLISECONDS);
    }
    return familiesOf(this.#bot);
  }

  #counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.#bot] });
  }

  #gauge<Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.#bot] });
  }
}

async function familiesOf(registry: Registry): Promise<readonly MetricFamily[]> {
  return METRIC_FAMILY.array().parse(await registry.getMetricsAsJSON());
}

/** The families of one process, with labels that tell them from those of others. */
export interface LabelledFamilies {
  readonly labels: Readonly<Record<string, string>>;
  readonly families: readonly MetricFamily[];
}

export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * Prometheus's text format, version 0.0.4, of the families of several processes. No two may have the same labels: families
 * of one name become one, and nothing is added up.
 */
export function metricsText(processes: readonly LabelledFamilies[]): Promise<string> {
  const families = processes.map(({ labels, families }) =>
    families.map((family) => ({
      ...family,
      // Every series has labels of its own, so this sum has one term. Other ways of prom-client leave some metrics out.
      aggregator: 'sum',
      values: family.values.map((sample) => ({ ...sample, labels: { ...labels, ...sample.labels } })),
    })),
  );
  return AggregatorRegistry.aggregate(families).metrics();
}
