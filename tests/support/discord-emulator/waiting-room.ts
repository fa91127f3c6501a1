/** Far longer than anything takes; only a test that would fail waits so long. */
const PATIENCE_MILLISECONDS = 25_000;

/** Where tests wait for conditions: they are looked at again whenever something changed, not by the clock. */
export class WaitingRoom {
  readonly #waiting = new Set<() => void>();

  /** Something changed: everybody who waits looks again. */
  wake(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves once the condition gives a value. @param seen what to tell where it never does */
  async waitFor<T>(what: string, condition: () => T | undefined | false | null, seen: () => string): Promise<T> {
    const deadline = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    for (;;) {
      const found = condition();
      if (found !== undefined && found !== false && found !== null) return found;
      await new Promise<void>((resolve, reject) => {
        const fail = (): void => {
          this.#waiting.delete(look);
          reject(new Error(`Waited in vain for ${what}; ${seen()}`));
        };
        const look = (): void => {
          this.#waiting.delete(look);
          deadline.removeEventListener('abort', fail);
          resolve();
        };
        this.#waiting.add(look);
        deadline.addEventListener('abort', fail);
      });
    }
  }
}
