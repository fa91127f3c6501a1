/** The arrays that `GrowingNumbers` can fill. */
type Numbers = Uint32Array | Uint16Array;

/**
 * A list of whole numbers of 16 or 32 bits that grows by half of its size: an ordinary array of numbers takes eight bytes
 * for each, and an index has millions. Adding n numbers takes O(n).
 */
export class GrowingNumbers<Kind extends Numbers> {
  readonly #make: (length: number) => Kind;
  #numbers: Kind;
  #length = 0;

  /** @param make an array of so many zeros */
  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#numbers = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  /** 0 where the place is out of range. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = this.#make(this.#length + (this.#length >> 1));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** Changes a number that is there. */
  set(place: number, value: number): void {
    this.#numbers[place] = value;
  }
}
