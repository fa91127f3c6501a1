import type { RowLayout } from './row-layout.js';

/** Bytes of one number of a vector: 32-bit floating point, little end first. */
const NUMBER_BYTES = 4;

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Vectors of `dimension` numbers as the bytes of a segment's file, in their order. */
export function vectorsToBytes(vectors: readonly Float32Array[], dimension: number): Uint8Array {
  const numbers = new Float32Array(vectors.length * dimension);
  for (const [row, vector] of vectors.entries()) numbers.set(vector, row * dimension);
  const bytes = new Uint8Array(numbers.buffer);
  toOtherEnd(bytes);
  return bytes;
}

/**
 * All vectors of a generation in the order of its rows, taken from the files of its segments.
 * @param files content of the vector file of each segment, `dimension` numbers for each of its rows
 */
export function gatherVectors(layout: RowLayout, files: readonly Uint8Array[], dimension: number): Float32Array {
  const vectors = new Float32Array(layout.count * dimension);
  const bytes = new Uint8Array(vectors.buffer);
  const rowBytes = dimension * NUMBER_BYTES;
  for (const { document, first, segment, firstInSegment } of layout.documents) {
    const from = firstInSegment * rowBytes;
    const rows = files[segment]?.subarray(from, from + document.passages * rowBytes);
    if (rows !== undefined) bytes.set(rows, first * rowBytes);
  }
  toOtherEnd(bytes);
  return vectors;
}

/** Size in bytes of the vector file of a segment. */
export function vectorFileSize(rows: number, dimension: number): number {
  return rows * dimension * NUMBER_BYTES;
}

/** Swaps the bytes of each number where this machine keeps the big end first. */
function toOtherEnd(bytes: Uint8Array): void {
  if (!LITTLE_ENDIAN) Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).swap32();
}

/** One vector out of the bytes of a segment's file, copied. */
export function vectorAt(bytes: Uint8Array, row: number, dimension: number): Float32Array {
  const rowBytes = dimension * NUMBER_BYTES;
  const copy = new Uint8Array(bytes.subarray(row * rowBytes, (row + 1) * rowBytes));
  toOtherEnd(copy);
  return new Float32Array(copy.buffer);
}
