import { InvalidArgumentError } from 'commander';
import { MAXIMUM_LIMIT } from '../retrieval/question.js';

/** Reads `--limit`. @throws InvalidArgumentError */
export function readLimit(value: string): number {
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(limit) || limit < 1 || limit > MAXIMUM_LIMIT)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAXIMUM_LIMIT}.`);
  return limit;
}

/** Reads the id of something in Discord: 17 to 20 digits. @throws InvalidArgumentError */
export function readSnowflake(value: string): string {
  if (!/^\d{17,20}$/.test(value)) throw new InvalidArgumentError('It must be an id of 17 to 20 digits.');
  return value;
}
