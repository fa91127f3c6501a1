/** How many neighbouring pairs of characters two strings share: Dice's coefficient of their bigrams, 0 to 1. */
export function bigramSimilarity(left: string, right: string): number {
  const [one, other] = [bigrams(left), bigrams(right)];
  if (one.length + other.length === 0) return left === right ? 1 : 0;
  const remaining = new Map<string, number>();
  for (const pair of one) remaining.set(pair, (remaining.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of other) {
    const count = remaining.get(pair) ?? 0;
    if (count > 0) shared += 1;
    remaining.set(pair, count - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

function bigrams(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
