import type { EncoderIdentity } from '../../embedding/encoder.js';
import type { IndexVersions } from '../files/manifest.js';
import type { UnusableIndex } from '../files/read-index.js';
import type { LockOwner } from '../lock/lock-owner-schema.js';

/** How far a build is. `total` is 0 where a phase has nothing to do. */
export interface BuildProgress {
  readonly phase: 'split' | 'encode' | 'graph' | 'write';
  readonly done: number;
  readonly total: number;
}

/** Something that the reader of a report should know although the build went well. */
export type BuildNotice =
  /** The lock of a process that had died was taken over; `owner` is null where it named nobody. */
  | { readonly key: 'lock-taken-over'; readonly owner: LockOwner | null }
  /** The lock could not be removed; it stops other builds until this process ends. */
  | { readonly key: 'lock-left'; readonly path: string; readonly reason: string }
  /** The index that was there could not be used, so all was built from nothing. */
  | { readonly key: 'unusable-replaced'; readonly index: Exclude<UnusableIndex, { readonly status: 'missing' }> }
  /** The index was made with another encoder, so every passage was encoded again. */
  | { readonly key: 'encoder-replaced'; readonly found: EncoderIdentity }
  /** The index was made by other versions, so every document was split again. */
  | { readonly key: 'versions-replaced'; readonly found: IndexVersions }
  /** There are enough passages for a graph, but its library cannot be loaded: exact search serves. */
  | { readonly key: 'graph-unavailable'; readonly reason: string }
  /** The index is in place, but something after that failed: a power cut may undo it, or old files stay. */
  | { readonly key: 'not-flushed' | 'sources-not-noted' | 'not-cleaned'; readonly reason: string };

/** What a build did. */
export interface BuildReport {
  /** `unchanged`: the generation that was there holds exactly these documents, and stays. */
  readonly outcome: 'built' | 'unchanged';
  readonly generation: string;
  readonly documents: number;
  readonly passages: number;
  /** Ids of documents, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Texts that went through the encoder. */
  readonly encoded: number;
  /** True where segments were merged. */
  readonly compacted: boolean;
  readonly vectorIndex: 'exact' | 'hnsw';
  readonly notices: readonly BuildNotice[];
}
