/** A request that is held back. */
export interface Held {
  /** Resolves when it has come. */
  readonly arrived: Promise<void>;
  /** Lets it go on. */
  readonly release: () => void;
}

/** Where requests that a test names wait until the test lets them go on. */
export class HoldingPoint {
  readonly #barriers: { readonly pattern: RegExp; readonly arrive: () => void; readonly opened: Promise<void> }[] = [];

  /** The next request whose `METHOD /path` matches is held. */
  holdNext(pattern: RegExp): Held {
    let [arrive, release] = [(): void => undefined, (): void => undefined];
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const opened = new Promise<void>((resolve) => (release = resolve));
    this.#barriers.push({ pattern, arrive, opened });
    return { arrived, release };
  }

  /** Resolves when the request may go on. @param request `METHOD /path` */
  async pass(request: string): Promise<void> {
    const place = this.#barriers.findIndex(({ pattern }) => pattern.test(request));
    const [barrier] = place === -1 ? [] : this.#barriers.splice(place, 1);
    if (barrier === undefined) return;
    barrier.arrive();
    await barrier.opened;
  }
}
