import type { RowLayout } from './row-layout.js';

/** Bytes of one number of a vector: 32-bit floating point, little end first. */
const NUMBER_BYTES = 4;

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Vectors, one after the other, as the bytes of a segment's file: not copied where this machine keeps the little end first. */
export function vectorsToBytes(vectors: Float32Array): Uint8Array {
  if (LITTLE_ENDIAN) return new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength);
  const bytes = new Uint8Array(vectors.slice().buffer);
  toOtherEnd(bytes);
  return bytes;
}

/**
 * All vectors of a generation in the order of its rows, taken from the files of its segments. Where one file holds them
 * in that order already they are not copied: neither may be changed afterwards.
 * @param files content of the vector file of each segment, `dimension` numbers for each of its rows
 */
export function gatherVectors(layout: RowLayout, files: readonly Uint8Array[], dimension: number): Float32Array {
  const [only] = files;
  if (only !== undefined && LITTLE_ENDIAN && only.byteOffset % NUMBER_BYTES === 0 && isInOrder(layout))
    return new Float32Array(only.buffer, only.byteOffset, layout.count * dimension);
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

/** Whether the rows of a generation are the first rows of its first segment, in their order. */
function isInOrder({ documents }: RowLayout): boolean {
  return documents.every(({ first, segment, firstInSegment }) => segment === 0 && first === firstInSegment);
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
