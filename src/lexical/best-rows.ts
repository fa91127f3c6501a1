/**
 * The rows with the highest scores, best first; equal scores by ascending row.
 * @param rows candidates, each once, in any order
 * @param scores score by row
 */
export function bestRows(rows: Uint32Array, scores: Float64Array, limit: number): readonly number[] {
  const worseFirst = (one: number, other: number): number => (scores[one] ?? 0) - (scores[other] ?? 0) || other - one;
  if (limit <= 0) return [];
  // A heap with the worst of the best at its root: most candidates are turned away by one comparison.
  const heap: number[] = [];
  let floor = -Infinity;
  for (const row of rows) {
    if ((scores[row] ?? 0) < floor) continue;
    if (heap.length < limit) {
      heap.push(row);
      rise(heap, worseFirst);
    } else if (worseFirst(row, heap[0] ?? row) > 0) {
      heap[0] = row;
      sink(heap, worseFirst);
    }
    if (heap.length === limit) floor = scores[heap[0] ?? row] ?? 0;
  }
  return heap.sort((one, other) => worseFirst(other, one));
}

type Order = (one: number, other: number) => number;

function rise(heap: number[], order: Order): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (order(heap[at] ?? 0, heap[parent] ?? 0) >= 0) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], order: Order): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const least = right < heap.length && order(heap[right] ?? 0, heap[left] ?? 0) < 0 ? right : left;
    if (order(heap[at] ?? 0, heap[least] ?? 0) <= 0) return;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: number[], one: number, other: number): void {
  const kept = heap[one] ?? 0;
  heap[one] = heap[other] ?? 0;
  heap[other] = kept;
}
