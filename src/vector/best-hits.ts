import type { VectorHit } from './vector-index.js';

/** Which of two hits is the better: the more similar, then the lower row. Negative where `left` is. */
export function byRank(left: VectorHit, right: VectorHit): number {
  return right.similarity - left.similarity || left.row - right.row;
}

/**
 * Keeps the best `limit` of any number of hits: a binary heap with the worst of them on top, so that a scan over n rows
 * costs n comparisons and few moves, and no memory that grows with n. The order in which hits come does not matter.
 */
export class BestHits {
  readonly #limit: number;
  readonly #heap: VectorHit[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Similarity below which a hit has no chance any more; -Infinity while there is room. */
  get floor(): number {
    const worst = this.#heap[0];
    return worst === undefined || this.#heap.length < this.#limit ? -Infinity : worst.similarity;
  }

  add(row: number, similarity: number): void {
    if (this.#limit <= 0) return;
    const hit = { row, similarity };
    if (this.#heap.length < this.#limit) {
      this.#heap.push(hit);
      this.#riseFrom(this.#heap.length - 1);
      return;
    }
    const worst = this.#heap[0];
    if (worst === undefined || byRank(worst, hit) <= 0) return;
    this.#heap[0] = hit;
    this.#sinkFrom(0);
  }

  /** The hits, best first. */
  sorted(): readonly VectorHit[] {
    return [...this.#heap].sort(byRank);
  }

  /** True where the hit at the first place is worse than that at the second; a place outside the heap is never worse. */
  #isWorse(place: number, other: number): boolean {
    const hit = this.#heap[place];
    const against = this.#heap[other];
    return hit !== undefined && against !== undefined && byRank(hit, against) > 0;
  }

  #swap(place: number, other: number): void {
    const hit = this.#heap[place];
    const against = this.#heap[other];
    if (hit === undefined || against === undefined) return;
    this.#heap[place] = against;
    this.#heap[other] = hit;
  }

  #riseFrom(start: number): void {
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#isWorse(place, parent)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #sinkFrom(start: number): void {
    let place = start;
    for (;;) {
      const left = 2 * place + 1;
      const child = this.#isWorse(left + 1, left) ? left + 1 : left;
      if (!this.#isWorse(child, place)) return;
      this.#swap(child, place);
      place = child;
    }
  }
}
