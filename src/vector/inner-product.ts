/**
 * Inner product of a row of a table of vectors and a query of `dimension` numbers, added up in double precision and
 * always in the same order, so that the same vectors give the same number on every machine.
 */
export function innerProduct(vectors: Float32Array, row: number, query: Float32Array, dimension: number): number {
  const offset = row * dimension;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let index = 0;
  // Four sums that do not wait for each other: about twice the speed of one. Indices are in range, so `?? 0` never counts.
  for (; index + 3 < dimension; index += 4) {
    first += (vectors[offset + index] ?? 0) * (query[index] ?? 0);
    second += (vectors[offset + index + 1] ?? 0) * (query[index + 1] ?? 0);
    third += (vectors[offset + index + 2] ?? 0) * (query[index + 2] ?? 0);
    fourth += (vectors[offset + index + 3] ?? 0) * (query[index + 3] ?? 0);
  }
  for (; index < dimension; index += 1) first += (vectors[offset + index] ?? 0) * (query[index] ?? 0);
  return first + second + (third + fourth);
}
