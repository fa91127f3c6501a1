/** The value below which a share of the numbers lies, by linear interpolation; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** How far the greatest of some values lies above the least, as a share of the least; 0 for none. */
export function spreadOf(values: readonly number[]): number {
  const least = Math.min(...values);
  return values.length === 0 || least <= 0 ? 0 : Math.max(...values) / least - 1;
}

/**
 * How much values that were measured at even distances have grown, as a share of what they were at first, by the straight line
 * that fits them best (least squares); 0 for fewer than two.
 */
export function growthOf(values: readonly number[]): number {
  const count = values.length;
  if (count < 2) return 0;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const slope =
    values.reduce((sum, value, place) => sum + (place - middle) * (value - mean), 0) /
    values.reduce((sum, _, place) => sum + (place - middle) ** 2, 0);
  const first = mean - slope * middle;
  return (slope * (count - 1)) / first;
}
