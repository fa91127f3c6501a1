import { destination, pino, type DestinationStream } from 'pino';
import type { LogFacts, Logger } from './logger.js';

/** The least of what is written; `silent` writes nothing. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * A logger that writes one JSON object a line: time (ISO 8601), level, event, and the facts under `facts`, so that none
 * can take the place of another field.
 * @param stream by default standard error, written at once, so that the last lines before an exit are not lost
 */
export function createPinoLogger(
  level: LogLevel,
  stream: DestinationStream = destination({ dest: 2, sync: true }),
): Logger {
  const lines = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      nestedKey: 'facts',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return {
    debug: (event, facts: LogFacts = {}) => lines.debug(facts, event),
    info: (event, facts: LogFacts = {}) => lines.info(facts, event),
    warn: (event, facts: LogFacts = {}) => lines.warn(facts, event),
    error: (event, facts: LogFacts = {}) => lines.error(facts, event),
  };
}
