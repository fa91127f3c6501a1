import type { RandomNumbers } from '../../../src/evaluation/seeded-random.js';

/** One of a list, each as often as its weight says beside the others. @throws Error for an empty list */
export function draw<Value extends { readonly weight: number }>(list: readonly Value[], random: RandomNumbers): Value {
  let left = random() * list.reduce((sum, { weight }) => sum + weight, 0);
  for (const value of list) {
    left -= value.weight;
    if (left <= 0) return value;
  }
  const last = list.at(-1);
  if (last === undefined) throw new Error('Nothing to draw from');
  return last;
}
