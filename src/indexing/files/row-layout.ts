import type { IndexedDocument, Manifest } from './manifest.js';

/** The rows of one document: next to each other, in the reading order of its passages. */
export interface DocumentRows {
  readonly document: IndexedDocument;
  /** First row in the generation. */
  readonly first: number;
  /** Place of its segment in the manifest. */
  readonly segment: number;
  /** First row in its segment. */
  readonly firstInSegment: number;
}

/**
 * Which passage is which row. Rows stand in one order whatever way the index grew: documents by id, passages by
 * position. That is why an index grown in steps answers as one built from nothing.
 */
export interface RowLayout {
  readonly count: number;
  /** By ascending `first`. */
  readonly documents: readonly DocumentRows[];
  /** For each segment, the row in the generation of each of its rows; -1 where a tombstone stands. */
  readonly rowsOfSegments: readonly Int32Array[];
}

/** Where the passages of a document begin in a segment. */
interface Place {
  readonly segment: number;
  readonly first: number;
  readonly passages: number;
}

/** Lays out the rows of a manifest; null where its documents, segments, tombstones and counts contradict each other. */
export function layOutRows(manifest: Manifest): RowLayout | null {
  const places = new Map<string, Place>();
  const rowsOfSegments: Int32Array[] = [];
  for (const [segment, { id, documents }] of manifest.segments.entries()) {
    let first = 0;
    for (const document of documents) {
      places.set(placeKey(id, document.id), { segment, first, passages: document.passages });
      first += document.passages;
    }
    rowsOfSegments.push(new Int32Array(first).fill(-1));
  }
  const stored = places.size;

  const laidOut: DocumentRows[] = [];
  let row = 0;
  let before: string | null = null;
  for (const document of manifest.documents) {
    const place = places.get(placeKey(document.segment, document.metadata.id));
    const rows = place && rowsOfSegments[place.segment];
    if (place === undefined || rows === undefined || place.passages !== document.passages) return null;
    if (before !== null && before >= document.metadata.id) return null;
    before = document.metadata.id;
    laidOut.push({ document, first: row, segment: place.segment, firstInSegment: place.first });
    for (let passage = 0; passage < place.passages; passage += 1) rows[place.first + passage] = row + passage;
    row += place.passages;
    places.delete(placeKey(document.segment, document.metadata.id));
  }

  const dead = manifest.tombstones.every(({ segment, document }) => places.delete(placeKey(segment, document)));
  const whole = dead && places.size === 0 && stored === manifest.documents.length + manifest.tombstones.length;
  const counted = manifest.counts.passages === row && manifest.counts.documents === manifest.documents.length;
  return whole && counted ? { count: row, documents: laidOut, rowsOfSegments } : null;
}

/** The document that holds a row, or null where the row is out of range. */
export function documentOfRow(layout: RowLayout, row: number): DocumentRows | null {
  if (!Number.isInteger(row) || row < 0 || row >= layout.count) return null;
  let low = 0;
  let high = layout.documents.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((layout.documents[middle]?.first ?? Infinity) <= row) low = middle;
    else high = middle;
  }
  return layout.documents[low] ?? null;
}

function placeKey(segment: string, document: string): string {
  return `${segment}/${document}`;
}
