/** Facts of one log line. Never put a question, a message or a token in here. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Where a long-running process says what it does. Structured: one event name and its facts a line. */
export interface Logger {
  debug(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

/** Drops everything: for commands that speak to a person, and for tests. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
