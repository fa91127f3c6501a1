import { setTimeout } from 'node:timers/promises';
import { ReadMetrics } from './read-metrics.js';

/** Far longer than anything takes; only a test that would fail waits so long. */
const PATIENCE_MILLISECONDS = 60_000;
const INTERVAL_MILLISECONDS = 50;

/** A page of JSON. */
export interface SeenPage {
  readonly status: number;
  readonly body: unknown;
}

/** The operations port of a program of this machine, as those see it who operate it. */
export class OperationsView {
  readonly port: number;
  /** Everything that was ever shown. */
  seen = '';

  constructor(port: number) {
    this.port = port;
  }

  health = (): Promise<SeenPage> => this.#json('/health');
  ready = (): Promise<SeenPage> => this.#json('/ready');
  metrics = async (): Promise<ReadMetrics> => new ReadMetrics((await this.#read('/metrics')).text);

  /** Looks again and again until the condition holds; while the port does not answer it does not. */
  async until(condition: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE_MILLISECONDS;
    while (!(await condition().catch(() => false))) {
      if (performance.now() > end) throw new Error(`Waited in vain; last seen:\n${this.seen.slice(-2000)}`);
      await setTimeout(INTERVAL_MILLISECONDS);
    }
  }

  untilReady = (): Promise<void> => this.until(async () => (await this.ready()).status === 200);

  async #json(path: string): Promise<SeenPage> {
    const { status, text } = await this.#read(path);
    const body: unknown = JSON.parse(text);
    return { status, body };
  }

  async #read(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`);
    const text = await response.text();
    this.seen += text;
    return { status: response.status, text };
  }
}
