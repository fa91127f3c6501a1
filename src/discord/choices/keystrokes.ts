/** How many look-ups keystrokes may bring about. */
export interface KeystrokeLimits {
  /** At the same time, of all users together; at least 1. */
  readonly running: number;
  /** Users whose newest keystroke waits. */
  readonly waiting: number;
}

/**
 * A look-up takes a millisecond, and a person types some five letters a second: two at a time serve a thousand who type.
 * They stand outside the queue of questions, so they are few, and each lets what has arrived meanwhile pass.
 */
const KEYSTROKE_LIMITS: KeystrokeLimits = { running: 2, waiting: 100 };

interface Waiting {
  readonly begin: () => void;
  readonly drop: () => void;
}

/**
 * Looks choices up for keystrokes, each user's newest: one that waits gives way to the next of the same user, whose client
 * shows only the choices for what is typed by then. A user has one look-up at a time, and users come in turn.
 */
export class Keystrokes {
  readonly #limits: KeystrokeLimits;
  readonly #running = new Set<string>();
  /** The newest keystroke of each user, in the order in which the users came. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(limits: KeystrokeLimits = KEYSTROKE_LIMITS) {
    this.#limits = limits;
  }

  /**
   * The choices; none where a newer keystroke has come, or more users wait than may.
   * @throws what `lookUp` throws
   */
  async take<Choice>(user: string, lookUp: () => Promise<readonly Choice[]>): Promise<readonly Choice[]> {
    if (!(await this.#turn(user))) return [];
    try {
      // Messages and answers that came meanwhile go first.
      await new Promise((resolve) => setImmediate(resolve));
      return await lookUp();
    } finally {
      this.#running.delete(user);
      this.#serve();
    }
  }

  #turn(user: string): Promise<boolean> {
    return new Promise((resolve) => {
      const before = this.#waiting.get(user);
      if (before === undefined && this.#waiting.size >= this.#limits.waiting) {
        resolve(false);
        return;
      }
      before?.drop();
      // One who types keeps the place of the keystroke before.
      this.#waiting.set(user, { begin: () => resolve(true), drop: () => resolve(false) });
      this.#serve();
    });
  }

  #serve(): void {
    for (const [user, { begin }] of this.#waiting) {
      if (this.#running.size >= this.#limits.running) return;
      if (this.#running.has(user)) continue;
      this.#waiting.delete(user);
      this.#running.add(user);
      begin();
    }
  }
}
