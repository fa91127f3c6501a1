import type { LogFacts, Logger } from '../../../src/shared/logger.js';

/** A logger that keeps every line, so that a test can say what must and must not be in it. */
export class RecordingLogger implements Logger {
  readonly #changed: () => void;
  readonly lines: { readonly level: string; readonly event: string; readonly facts: LogFacts }[] = [];

  /** @param changed called after every line */
  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  debug = (event: string, facts: LogFacts = {}): void => this.#add('debug', event, facts);
  info = (event: string, facts: LogFacts = {}): void => this.#add('info', event, facts);
  warn = (event: string, facts: LogFacts = {}): void => this.#add('warn', event, facts);
  error = (event: string, facts: LogFacts = {}): void => this.#add('error', event, facts);

  get text(): string {
    return JSON.stringify(this.lines);
  }

  #add(level: string, event: string, facts: LogFacts): void {
    this.lines.push({ level, event, facts });
    this.#changed();
  }
}
