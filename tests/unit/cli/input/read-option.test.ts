import { describe, expect, it } from 'vitest';
import { readDay, readLimit, readSnowflake } from '../../../../src/cli/input/read-option.js';
import { UsageError } from '../../../../src/shared/errors.js';

describe('readDay', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', 'today', '', '20260101', '2026-01-01T00:00'])(
    'refuses “%s”, and says how a day is written',
    (value) => {
      expect(() => readDay(value)).toThrow(UsageError);
      expect(() => readDay(value)).toThrow(`“${value}” is no day of the calendar`);
    },
  );

  it('takes a day of the calendar, also one that only leap years have', () => {
    expect(readDay(' 2024-02-29 ')).toBe('2024-02-29');
  });
});

describe('readLimit', () => {
  it.each(['0', '21', '-1', '1.5', '5x', '', '１'])('refuses “%s”', (value) => {
    expect(() => readLimit(value)).toThrow('a whole number from 1 to 20');
  });

  it('takes the whole range', () => {
    expect([readLimit('1'), readLimit('20')]).toEqual([1, 20]);
  });
});

describe('readSnowflake', () => {
  it('takes 17 to 20 digits and nothing else', () => {
    expect(readSnowflake('12345678901234567')).toBe('12345678901234567');
    for (const value of ['1234567890123456', '123456789012345678901', 'my-server'])
      expect(() => readSnowflake(value)).toThrow('an id of 17 to 20 digits');
  });
});
