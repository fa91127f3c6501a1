import { describe, expect, it } from 'vitest';
import { createPinoLogger, type LogLevel } from '../../../src/shared/pino-logger.js';
import type { Logger } from '../../../src/shared/logger.js';

function logged(level: LogLevel, use: (logger: Logger) => void): readonly unknown[] {
  const lines: string[] = [];
  use(createPinoLogger(level, { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as unknown);
}

describe('the logger', () => {
  it('writes one JSON object a line: level, time, event and facts, and nothing of the machine', () => {
    const [line] = logged('info', (logger) => logger.info('index-built', { passages: 300, kept: true, parent: null }));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      event: 'index-built',
      facts: { passages: 300, kept: true, parent: null },
    });
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('at level %s writes %j', (level, events) => {
    const lines = logged(level, (logger) => {
      logger.debug('debug');
      logger.info('info');
      logger.warn('warn');
      logger.error('error');
    });
    expect(lines).toMatchObject(events.map((event) => ({ level: event, event })));
    expect(lines).toHaveLength(events.length);
  });

  it('writes facts as they are, on one line, and lets none stand for another field', () => {
    const facts = { level: 'x', event: 'y', time: 'z', reason: '第一行\n第二行', token: 'given' };
    const [line] = logged('info', (logger) => logger.info('odd', facts));
    expect(line).toMatchObject({ level: 'info', event: 'odd', facts });
  });
});
