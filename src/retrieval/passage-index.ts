import type { DocumentKind } from '../documents/document-kind.js';
import type { DocumentMetadata, Scope } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { EncoderIdentity } from '../embedding/encoder.js';
import type { LexicalHit, WeightedTerm } from '../lexical/lexical-index.js';
import type { VectorHit } from '../vector/vector-index.js';

/** Which passages may be found. Applied before ranking. */
export interface PassageFilter {
  readonly scopes: readonly Scope[];
  /** Id or `NNN` for all of `NNN-1`, `NNN-2` ...; null for every document. */
  readonly document: string | null;
  readonly kind: DocumentKind | null;
  /** Only passages that mention this law or belong to it. */
  readonly law: string | null;
  /** Ids of documents that are never found; left out where there are none. */
  readonly without?: readonly string[];
}

/** What the index as a whole is, for `sources`, `doctor` and `/status`. */
export interface IndexSummary {
  readonly generation: string;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly encoder: EncoderIdentity;
  readonly vectorIndex: 'exact' | 'hnsw';
  readonly documents: number;
  readonly passages: number;
}

/**
 * All that retrieval and answering ask of an index; one generation in memory serves it, a database can. Rows are
 * numbers that mean something to this index only, and only as long as it is the same generation.
 */
export interface PassageIndex {
  readonly summary: IndexSummary;
  searchWords(
    terms: readonly WeightedTerm[],
    filter: PassageFilter,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly LexicalHit[]>;
  searchVectors(
    query: Float32Array,
    filter: PassageFilter,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly VectorHit[]>;
  /** Inverse document frequency of each term, in order. */
  idf(terms: readonly string[], signal?: AbortSignal): Promise<readonly number[]>;
  /** Rows of the passages whose folded text holds every one of the folded strings, ascending. */
  rowsHolding(
    foldedStrings: readonly string[],
    filter: PassageFilter,
    signal?: AbortSignal,
  ): Promise<readonly number[]>;
  /** Passages by row, in the order asked. */
  passages(rows: readonly number[], signal?: AbortSignal): Promise<readonly Passage[]>;
  /** The row of the passage with this id that the scopes allow, or null. */
  rowOf(passageId: string, scopes: readonly Scope[], signal?: AbortSignal): Promise<number | null>;
  /** All passages of one document in reading order; empty where there is none. */
  passagesOf(documentId: string, signal?: AbortSignal): Promise<readonly Passage[]>;
  /** Metadata of the documents that the scopes allow, sorted by id. */
  documents(scopes: readonly Scope[], signal?: AbortSignal): Promise<readonly DocumentMetadata[]>;
}
