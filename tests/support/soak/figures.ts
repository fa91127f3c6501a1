/** The value below which a share of the numbers lies, by linear interpolation; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** Median, 95th percentile and greatest of some times, in milliseconds, as a line of a report. */
export function spread(values: readonly number[]): string {
  const shares = [percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1)];
  const [median, slow, slowest] = shares.map((value) => `${value.toFixed(0)} ms`);
  return `median ${median ?? ''}, 95 % ${slow ?? ''}, longest ${slowest ?? ''} (${values.length})`;
}

/** How fast the values grow, by least squares: their unit for each unit of `at`. 0 for fewer than two. */
export function slope(points: readonly { readonly at: number; readonly value: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, level] = [mean(points.map(({ at }) => at)), mean(points.map(({ value }) => value))];
  const spreadOfTime = points.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  const together = points.reduce((sum, { at, value }) => sum + (at - middle) * (value - level), 0);
  return spreadOfTime === 0 ? 0 : together / spreadOfTime;
}
