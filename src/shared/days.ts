import type { Clock } from './clock.js';

const DAY = 86_400_000;

/** The instant (milliseconds since 1970) before which everything has gone on longer than some days. */
export function daysAgo(clock: Pick<Clock, 'now'>, days: number): number {
  return clock.now().getTime() - days * DAY;
}

/** The day of an instant in UTC, such as 2026-11-22. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
