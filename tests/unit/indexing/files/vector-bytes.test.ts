import { describe, expect, it } from 'vitest';
import { gatherVectors, vectorAt, vectorsToBytes } from '../../../../src/indexing/files/vector-bytes.js';
import type { DocumentRows, RowLayout } from '../../../../src/indexing/files/row-layout.js';
import { documentOf } from '../../../support/index-fixture.js';

const DIMENSION = 2;

/** Documents of two passages each, laid out one after the other; `places` says in which segment, and from which row, each is. */
function layoutOf(places: readonly (readonly [segment: number, firstInSegment: number])[]): RowLayout {
  const documents = places.map(([segment, firstInSegment], place): DocumentRows => {
    const { metadata } = documentOf(`document-${place}`, []);
    const document = { metadata, fingerprint: '', segment: String(segment), passages: 2 };
    return { document, first: 2 * place, segment, firstInSegment };
  });
  return { count: 2 * places.length, documents, rowsOfSegments: [] };
}

const file = (...numbers: readonly number[]): Uint8Array => vectorsToBytes(Float32Array.from(numbers));

describe('vectors as bytes', () => {
  it('are 32-bit numbers, little end first', () => {
    // 1 is 0x3f800000, -2 is 0xc0000000.
    expect([...file(1, -2)]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]);
  });

  it('are gathered from segments in the order of rows', () => {
    const files = [file(1, 2, 3, 4, 5, 6, 7, 8), file(11, 12, 13, 14)];
    const layout = layoutOf([
      [0, 2],
      [1, 0],
      [0, 0],
    ]);
    expect([...gatherVectors(layout, files, DIMENSION)]).toEqual([5, 6, 7, 8, 11, 12, 13, 14, 1, 2, 3, 4]);
  });

  it('are the same from one segment in order, at an even place in memory or an odd one', () => {
    const layout = layoutOf([
      [0, 0],
      [0, 2],
    ]);
    const bytes = file(1, 2, 3, 4, 5, 6, 7, 8);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const expected = [1, 2, 3, 4, 5, 6, 7, 8];
    expect([...gatherVectors(layout, [bytes], DIMENSION)]).toEqual(expected);
    expect([...gatherVectors(layout, [shifted.subarray(1)], DIMENSION)]).toEqual(expected);
  });

  it('leave out rows of one segment that belong to no document any more', () => {
    expect([...gatherVectors(layoutOf([[0, 1]]), [file(0, 0, 1, 2, 3, 4)], DIMENSION)]).toEqual([1, 2, 3, 4]);
  });

  it('give one of them as a copy', () => {
    const bytes = file(1, 2, 3, 4);
    const vector = vectorAt(bytes, 1, DIMENSION);
    bytes.fill(0);
    expect([...vector]).toEqual([3, 4]);
  });
});
