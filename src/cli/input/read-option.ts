import { InvalidArgumentError } from 'commander';
import { asDay } from '../../laws/texts/law-notes.js';
import { MAXIMUM_LIMIT } from '../../retrieval/question.js';
import { UsageError } from '../../shared/errors.js';

/** Reads `--limit`. @throws InvalidArgumentError */
export function readLimit(value: string): number {
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(limit) || limit < 1 || limit > MAXIMUM_LIMIT)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAXIMUM_LIMIT}.`);
  return limit;
}

/** Reads `--as-of`. @throws UsageError where it is no day of the calendar */
export function readDay(value: string): string {
  const day = asDay(value.trim());
  if (day === null)
    throw new UsageError(`“${value}” is no day of the calendar`, {
      remedy: 'Write it as YYYY-MM-DD, such as 2026-01-01.',
    });
  return day;
}

/** Reads the id of something in Discord: 17 to 20 digits. @throws InvalidArgumentError */
export function readSnowflake(value: string): string {
  if (!/^\d{17,20}$/.test(value)) throw new InvalidArgumentError('It must be an id of 17 to 20 digits.');
  return value;
}
