import type { TextTokens } from '../../embedding/encoder.js';

/** What 1 is as a byte. */
const ONE = 127;

/** Vectors of tokens that were seen, brought to length 1, in bytes: 256 for a token of the built-in encoder. */
export class TokenTable {
  readonly #rows = new Map<number, Int8Array>();

  /** @param dimension length of a vector */
  constructor(readonly dimension: number) {}

  /** Keeps what is new of the tokens of a text. */
  learn({ ids, vectors }: TextTokens): void {
    for (const [place, id] of ids.entries()) {
      if (this.#rows.has(id)) continue;
      const vector = vectors.subarray(place * this.dimension, (place + 1) * this.dimension);
      const length = lengthOf(vector);
      this.#rows.set(
        id,
        Int8Array.from(vector, (value) => (length === 0 ? 0 : Math.round((ONE * value) / length))),
      );
    }
  }

  /**
   * Cosines of tokens and vectors of length 1, to a hundredth: those of the first token with every vector, then those of the
   * next. A token that was not learnt has 0.
   */
  cosines(ids: readonly number[], units: readonly Float32Array[]): Float32Array {
    const cosines = new Float32Array(ids.length * units.length);
    let place = 0;
    for (const id of ids) {
      const row = this.#rows.get(id);
      for (const unit of units) {
        cosines[place] = row === undefined ? 0 : product(row, unit) / ONE;
        place += 1;
      }
    }
    return cosines;
  }
}

/** A good part of a question's time is spent here: four sums side by side take half as long as one. */
function product(row: Int8Array, unit: Float32Array): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let at = 0; at < row.length; at += 4) {
    first += (row[at] ?? 0) * (unit[at] ?? 0);
    second += (row[at + 1] ?? 0) * (unit[at + 1] ?? 0);
    third += (row[at + 2] ?? 0) * (unit[at + 2] ?? 0);
    fourth += (row[at + 3] ?? 0) * (unit[at + 3] ?? 0);
  }
  return first + second + third + fourth;
}

/** The length of a vector. */
export function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] ?? 0) ** 2;
  return Math.sqrt(squares);
}
