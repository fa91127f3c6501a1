import type { SourceDocument } from '../../documents/document.js';
import { sha256 } from '../../shared/sha256.js';
import type { IndexedDocument, Manifest, SegmentEntry, Tombstone } from '../files/manifest.js';
import { IndexInputError } from '../index-errors.js';

/** A generation of more segments than this is written as one: every search visits every segment. */
export const MAXIMUM_SEGMENTS = 8;

/** A generation that would hold more than this share of dead passages is written as one segment without them. */
export const MAXIMUM_DEAD_SHARE = 0.5;

/** A document with the fingerprint that tells whether it changed. */
export interface FingerprintedDocument {
  readonly document: SourceDocument;
  readonly fingerprint: string;
}

/** What a build keeps of the generation before, and what it writes. */
export interface BuildPlan {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Documents whose passages go into a new segment, sorted by id; those that changed, or all where it is compacted. */
  readonly written: readonly FingerprintedDocument[];
  /** Documents that stay where they are. */
  readonly kept: readonly IndexedDocument[];
  readonly segments: readonly SegmentEntry[];
  readonly tombstones: readonly Tombstone[];
  /** True where segments were merged because they were too many, or held too much that is dead. */
  readonly compacted: boolean;
}

/**
 * Sorts documents by id and gives each its fingerprint.
 * @throws IndexInputError where two have the same id
 */
export function fingerprintDocuments(documents: readonly SourceDocument[]): readonly FingerprintedDocument[] {
  const sorted = documents
    .map((document) => ({ document, fingerprint: sha256(JSON.stringify([document.metadata, document.blocks])) }))
    .sort((left, right) => (left.document.metadata.id < right.document.metadata.id ? -1 : 1));
  for (const [place, { document }] of sorted.entries()) {
    const before = sorted[place - 1]?.document.metadata;
    if (before?.id === document.metadata.id)
      throw new IndexInputError(
        `Two documents have the id ${before.id}: one in ${before.file}, one in ${document.metadata.file}.`,
        { remedy: 'Give one of them another id in its sidecar.' },
      );
  }
  return sorted;
}

/**
 * Decides what to write.
 * @param documents as `fingerprintDocuments` gives them
 * @param base the generation to grow from, or null where everything is written anew
 */
export function planBuild(documents: readonly FingerprintedDocument[], base: Manifest | null): BuildPlan {
  const before = new Map((base?.documents ?? []).map((indexed) => [indexed.metadata.id, indexed]));
  const present = new Set(documents.map(({ document }) => document.metadata.id));
  const added = documents.filter(({ document }) => !before.has(document.metadata.id));
  const changed = documents.filter(({ document, fingerprint }) => {
    const known = before.get(document.metadata.id);
    return known !== undefined && known.fingerprint !== fingerprint;
  });
  const removed = [...before.keys()].filter((id) => !present.has(id));
  const facts = { added: idsOf(added), changed: idsOf(changed), removed };

  const rewritten = new Set([...facts.added, ...facts.changed]);
  const kept = [...before.values()].filter(({ metadata }) => present.has(metadata.id) && !rewritten.has(metadata.id));
  const { segments, tombstones } = keepSegments(base, kept);
  const more = rewritten.size > 0 ? 1 : 0;
  const changes = rewritten.size + removed.length > 0;
  if (changes && (segments.length + more > MAXIMUM_SEGMENTS || deadShare(segments, kept) > MAXIMUM_DEAD_SHARE))
    return { ...facts, written: documents, kept: [], segments: [], tombstones: [], compacted: true };
  const written = documents.filter(({ document }) => rewritten.has(document.metadata.id));
  return { ...facts, written, kept, segments, tombstones, compacted: false };
}

/** The segments that still hold something alive, with tombstones for the rest of them. */
function keepSegments(
  base: Manifest | null,
  kept: readonly IndexedDocument[],
): { readonly segments: readonly SegmentEntry[]; readonly tombstones: readonly Tombstone[] } {
  const segmentOf = new Map(kept.map(({ metadata, segment }) => [metadata.id, segment]));
  const used = new Set(segmentOf.values());
  const segments = (base?.segments ?? []).filter(({ id }) => used.has(id));
  const tombstones = segments.flatMap((segment) =>
    segment.documents
      .filter(({ id }) => segmentOf.get(id) !== segment.id)
      .map(({ id }) => ({ segment: segment.id, document: id })),
  );
  return { segments, tombstones };
}

function deadShare(segments: readonly SegmentEntry[], kept: readonly IndexedDocument[]): number {
  const stored = passagesIn(segments);
  const alive = kept.reduce((sum, { passages }) => sum + passages, 0);
  return stored === 0 ? 0 : (stored - alive) / stored;
}

/** Passages that segments store, dead ones included. */
export function passagesIn(segments: readonly SegmentEntry[]): number {
  return segments.reduce(
    (sum, { documents }) => sum + documents.reduce((inSegment, { passages }) => inSegment + passages, 0),
    0,
  );
}

function idsOf(documents: readonly FingerprintedDocument[]): readonly string[] {
  return documents.map(({ document }) => document.metadata.id);
}
