/** Counts the characters that a scanner looks at, so that a test can show that it stays linear. */
export class StepCounter {
  #steps = 0;

  get steps(): number {
    return this.#steps;
  }

  add(steps = 1): void {
    this.#steps += steps;
  }
}
