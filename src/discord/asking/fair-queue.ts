/** How much a `FairQueue` holds. */
export interface FairQueueLimits {
  /** Pieces of work that run at the same time, at least 1. */
  readonly running: number;
  /** Pieces that wait for their turn, at least 0. */
  readonly waiting: number;
}

/** What came of adding a piece of work. */
export type Added<Work> =
  | { readonly status: 'waiting' }
  /** The queue was full, and somebody has more waiting than who came: the newest of theirs had to go. */
  | { readonly status: 'waiting-instead'; readonly dropped: Work }
  /** The queue is full, and nobody has more waiting than who came. */
  | { readonly status: 'full' };

/**
 * Work of many owners, each of whom gets a turn before anyone gets a second one. Pure bookkeeping: the caller starts what
 * `next` gives, and says `done` when it has ended.
 *
 * Owners with waiting work stand in a ring. Its first whose work does not run already is served and goes to the end; a
 * new owner comes in at the end. So two pieces at most of any one owner end between the first of another's arriving and
 * its start: the one that runs, and the one of the owner's turn. Nobody starves, however many others come. What runs at
 * the same time belongs to different owners.
 */
export class FairQueue<Work> {
  readonly #limits: FairQueueLimits;
  /** Waiting work by owner, in the order of the ring; never an empty list. */
  readonly #ring = new Map<string, Work[]>();
  readonly #running = new Set<string>();
  #waiting = 0;

  constructor(limits: FairQueueLimits) {
    this.#limits = limits;
  }

  /** How much waits, and how much runs. */
  get size(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.#waiting, running: this.#running.size };
  }

  /**
   * Lets a piece of work wait for its turn, behind the owner's own. What can start at once never finds the queue full:
   * ask `next` after every `add` and `done`.
   */
  add(owner: string, work: Work): Added<Work> {
    if (this.#waiting < this.#limits.waiting || this.#startsAtOnce(owner)) {
      this.#append(owner, work);
      return { status: 'waiting' };
    }
    const greedy = this.#greediest();
    if (greedy === null || greedy.works.length <= (this.#ring.get(owner)?.length ?? 0) + 1) return { status: 'full' };
    const dropped = greedy.works.at(-1);
    if (dropped === undefined) return { status: 'full' };
    this.remove(greedy.owner, dropped);
    this.#append(owner, work);
    return { status: 'waiting-instead', dropped };
  }

  /** The work whose turn it is, now running; null where none may start. */
  next(): { readonly owner: string; readonly work: Work } | null {
    if (this.#running.size >= this.#limits.running) return null;
    for (const [owner, works] of this.#ring) {
      if (this.#running.has(owner)) continue;
      const [work, ...rest] = works;
      if (work === undefined) continue;
      this.#ring.delete(owner);
      if (rest.length > 0) this.#ring.set(owner, rest);
      this.#running.add(owner);
      this.#waiting -= 1;
      return { owner, work };
    }
    return null;
  }

  /** The running work of an owner has ended. */
  done(owner: string): void {
    this.#running.delete(owner);
  }

  /** Takes a piece of work out that waits; false where it does not. */
  remove(owner: string, work: Work): boolean {
    const works = this.#ring.get(owner) ?? [];
    const place = works.lastIndexOf(work);
    if (place < 0) return false;
    works.splice(place, 1);
    if (works.length === 0) this.#ring.delete(owner);
    this.#waiting -= 1;
    return true;
  }

  #append(owner: string, work: Work): void {
    const works = this.#ring.get(owner);
    if (works === undefined) this.#ring.set(owner, [work]);
    else works.push(work);
    this.#waiting += 1;
  }

  #startsAtOnce(owner: string): boolean {
    return this.#running.size < this.#limits.running && !this.#running.has(owner) && !this.#ring.has(owner);
  }

  /** The owner with most waiting, the first of equals. */
  #greediest(): { readonly owner: string; readonly works: readonly Work[] } | null {
    let most: { readonly owner: string; readonly works: readonly Work[] } | null = null;
    for (const [owner, works] of this.#ring) if (works.length > (most?.works.length ?? 0)) most = { owner, works };
    return most;
  }
}
