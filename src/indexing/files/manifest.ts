import type { DocumentMetadata } from '../../documents/document.js';
import type { EncoderIdentity } from '../../embedding/encoder.js';
import type { SegmentFile } from './index-layout.js';

/** What a file must be like to be used. */
export interface FileDigest {
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Versions of everything that decides what an index holds; an index of other versions is built again. */
export interface IndexVersions {
  readonly reader: string;
  readonly splitter: string;
  readonly tokenizer: string;
  readonly catalogue: string;
}

/** A document that can be found in a generation. */
export interface IndexedDocument {
  readonly metadata: DocumentMetadata;
  /** SHA-256 over metadata and blocks: equal where the document would give the same passages. */
  readonly fingerprint: string;
  /** The segment that holds its passages. */
  readonly segment: string;
  /** How many passages it has. */
  readonly passages: number;
}

/** The passages of some documents, in the order of `documents`, written once and never changed. */
export interface SegmentEntry {
  readonly id: string;
  readonly documents: readonly { readonly id: string; readonly passages: number }[];
  readonly files: Readonly<Record<SegmentFile, FileDigest>>;
}

/** A document that a segment holds and that is not part of the generation any more: removed, or changed since. */
export interface Tombstone {
  readonly segment: string;
  readonly document: string;
}

/** One complete state of the index. */
export interface Manifest {
  readonly format: number;
  readonly generation: string;
  /** The generation that this one was grown from; null where it was built from nothing. */
  readonly parent: string | null;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly encoder: EncoderIdentity;
  readonly versions: IndexVersions;
  /** Sorted by id (code units): the order of rows. */
  readonly documents: readonly IndexedDocument[];
  readonly segments: readonly SegmentEntry[];
  readonly tombstones: readonly Tombstone[];
  /** The graph over all vectors, or null where exact search serves. */
  readonly graph: FileDigest | null;
  readonly counts: {
    readonly documents: number;
    /** Passages that can be found. */
    readonly passages: number;
    /** Passages of tombstones, still stored. */
    readonly deadPassages: number;
  };
}

/** True where two encoders give equal vectors for equal texts. */
export function sameEncoder(left: EncoderIdentity, right: EncoderIdentity): boolean {
  return canonicalEncoder(left) === canonicalEncoder(right);
}

/** True where everything that decides what an index holds is of the same version. */
export function sameVersions(left: IndexVersions, right: IndexVersions): boolean {
  return (
    left.reader === right.reader &&
    left.splitter === right.splitter &&
    left.tokenizer === right.tokenizer &&
    left.catalogue === right.catalogue
  );
}

function canonicalEncoder(identity: EncoderIdentity): string {
  const files = Object.entries(identity.files).sort(([left], [right]) => (left < right ? -1 : 1));
  const { model, dimension, queryPrefix, passagePrefix, pooling, dtype } = identity;
  return JSON.stringify([model, dimension, queryPrefix, passagePrefix, pooling, dtype, files]);
}
