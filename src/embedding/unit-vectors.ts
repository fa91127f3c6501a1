/** The vector of a text that says nothing: of length 1, and as near to one direction as to another. */
export function neutralVector(dimension: number): Float32Array {
  return new Float32Array(dimension).fill(1 / Math.sqrt(dimension));
}

/** Brings a vector to length 1 where it stands; one that has no length becomes neutral. */
export function normalize(vector: Float32Array): Float32Array {
  const length = lengthOf(vector);
  if (!Number.isFinite(length) || length === 0) return neutralVector(vector.length);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

/** The length of a vector: NaN or infinite where a number of it is. */
export function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] ?? 0) ** 2;
  return Math.sqrt(squares);
}
