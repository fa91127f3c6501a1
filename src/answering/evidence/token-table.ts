import type { TextTokens } from '../../embedding/encoder.js';

/** What 1 is as a byte. */
const ONE = 127;

/**
 * So many numbers of a vector, its first ones, are compared: of the built-in encoder's 384 they find the same, in less
 * time (DESIGN.md, "Words and vectors").
 */
const COMPARED_NUMBERS = 256;

/** Of a token that was not learnt. */
const NO_ROW = new Int8Array();

/** What of the vectors of tokens that were seen is compared, brought to length 1, in bytes: 256 for a token at most. */
export class TokenTable {
  readonly #rows = new Map<number, Int8Array>();

  /** @param dimension length of a vector */
  constructor(readonly dimension: number) {}

  /** Keeps what is new of the tokens of a text. */
  learn({ ids, vectors }: TextTokens): void {
    for (const [place, id] of ids.entries()) {
      if (this.#rows.has(id)) continue;
      const vector = comparedOf(vectors.subarray(place * this.dimension, (place + 1) * this.dimension));
      const length = lengthOf(vector);
      const row = new Int8Array(vector.length);
      if (length > 0)
        for (let at = 0; at < row.length; at += 1) row[at] = Math.round((ONE * (vector[at] ?? 0)) / length);
      this.#rows.set(id, row);
    }
  }

  /**
   * Cosines of tokens and vectors, of what is compared of them, to a hundredth: those of the first token with every vector,
   * then those of the next. A token that was not learnt has 0, and so has a vector of length 0.
   */
  cosines(ids: readonly number[], vectors: readonly Float32Array[]): Float32Array {
    const fives = inFives(vectors.map((vector) => unitOf(comparedOf(vector))));
    const count = ids.length * vectors.length;
    // The last five of a token may reach into the place of the next one, which is written after it.
    const cosines = new Float32Array(count + FIVE);
    let start = 0;
    for (const id of ids) {
      const row = this.#rows.get(id) ?? NO_ROW;
      let place = start;
      for (const five of fives) {
        putProducts(row, five, cosines, place);
        place += FIVE;
      }
      start += vectors.length;
    }
    return cosines.subarray(0, count);
  }
}

const comparedOf = (vector: Float32Array): Float32Array => vector.subarray(0, COMPARED_NUMBERS);

function unitOf(vector: Float32Array): Float32Array {
  const length = lengthOf(vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** How many vectors a row is multiplied with at a time. */
const FIVE = 5;

/** Vectors five by five: the first number of each, then the second of each. What is missing of the last five is 0. */
function inFives(vectors: readonly Float32Array[]): readonly Float64Array[] {
  return Array.from({ length: Math.ceil(vectors.length / FIVE) }, (_, group) => {
    const five = vectors.slice(group * FIVE, (group + 1) * FIVE);
    const numbers = new Float64Array((five[0]?.length ?? 0) * FIVE);
    for (const [column, vector] of five.entries())
      for (let at = 0; at < vector.length; at += 1) numbers[at * FIVE + column] = vector[at] ?? 0;
    return numbers;
  });
}

/**
 * Puts the products of a row and five vectors, brought to cosines, into five places. A good part of a question's time is
 * spent here: a number of the row is read once for five sums, which stay in registers.
 */
function putProducts(row: Int8Array, five: Float64Array, cosines: Float32Array, start: number): void {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let fifth = 0;
  for (let at = 0, column = 0; at < row.length; at += 1, column += FIVE) {
    const value = row[at] ?? 0;
    first += value * (five[column] ?? 0);
    second += value * (five[column + 1] ?? 0);
    third += value * (five[column + 2] ?? 0);
    fourth += value * (five[column + 3] ?? 0);
    fifth += value * (five[column + 4] ?? 0);
  }
  cosines[start] = first / ONE;
  cosines[start + 1] = second / ONE;
  cosines[start + 2] = third / ONE;
  cosines[start + 3] = fourth / ONE;
  cosines[start + 4] = fifth / ONE;
}

/** The length of a vector. */
export function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] ?? 0) ** 2;
  return Math.sqrt(squares);
}
