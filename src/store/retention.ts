import type { Clock } from '../shared/clock.js';

const DAY = 86_400_000;

/** What is kept of users, and for how long. */
export interface Retention {
  /** Whether the text of questions is kept. */
  readonly logQuestions: boolean;
  /** Days, from 1, after which feedback and logged questions expire. */
  readonly retentionDays: number;
}

/** The instant (milliseconds since 1970) before which everything has gone on longer than some days. */
export function daysAgo(clock: Clock, days: number): number {
  return clock.now().getTime() - days * DAY;
}

/** The day of an instant in UTC, such as 2026-11-22. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
