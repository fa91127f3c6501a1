import type { DocumentMetadata, Scope } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import { Bm25Index } from '../../lexical/bm25-index.js';
import type { LexicalHit, LexicalIndex, WeightedTerm } from '../../lexical/lexical-index.js';
import { tokensInside } from '../../lexical/tokenize.js';
import type { IndexSummary, PassageFilter, PassageIndex } from '../../retrieval/passage-index.js';
import { ExactIndex } from '../../vector/exact-index.js';
import type { VectorHit, VectorIndex } from '../../vector/vector-index.js';
import type { Manifest } from '../files/manifest.js';
import type { StoredGeneration } from '../files/read-index.js';
import { documentOfRow } from '../files/row-layout.js';
import type { RowLayout } from '../files/row-layout.js';
import { PassageRows } from './passage-rows.js';
import { RowFilter } from './row-filter.js';

/** Vectors of a generation, and whether a graph or a scan finds them. */
export interface GenerationVectors {
  readonly kind: IndexSummary['vectorIndex'];
  readonly index: VectorIndex;
}

/** One generation in memory. Holds no file open and needs none any more. */
export class Generation implements PassageIndex {
  readonly summary: IndexSummary;
  readonly manifest: Manifest;
  readonly #layout: RowLayout;
  readonly #rows: PassageRows;
  readonly #filter: RowFilter;
  readonly #words: LexicalIndex;
  readonly #vectors: VectorIndex;

  /** @param vectors over the rows of the generation, in their order */
  constructor({ manifest, layout, segments }: StoredGeneration, vectors: GenerationVectors) {
    this.manifest = manifest;
    this.summary = {
      generation: manifest.generation,
      builtAt: manifest.builtAt,
      encoder: manifest.encoder,
      vectorIndex: vectors.kind,
      documents: manifest.counts.documents,
      passages: manifest.counts.passages,
    };
    this.#layout = layout;
    // Not the segments themselves: the bytes of their vectors, which the vector index holds already, can then be freed.
    this.#rows = new PassageRows(
      layout,
      segments.map(({ passages, laws }) => ({ passages, laws })),
    );
    this.#filter = new RowFilter(layout, (law) => this.#rows.rowsOfLaw(law));
    this.#vectors = vectors.index;
    const parts = segments.map(({ postings }, place) => ({
      postings,
      globalRow: layout.rowsOfSegments[place] ?? new Int32Array(postings.count).fill(-1),
    }));
    this.#words = new Bm25Index(parts, layout.count);
  }

  searchWords(
    terms: readonly WeightedTerm[],
    filter: PassageFilter,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly LexicalHit[]> {
    return this.#words.search(terms, limit, this.#filter.mask(filter), signal);
  }

  searchVectors(
    query: Float32Array,
    filter: PassageFilter,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly VectorHit[]> {
    return this.#vectors.search(query, limit, this.#filter.mask(filter), signal);
  }

  idf(terms: readonly string[]): Promise<readonly number[]> {
    return Promise.resolve(terms.map((term) => this.#words.idf(term)));
  }

  rowsHolding(
    foldedStrings: readonly string[],
    filter: PassageFilter,
    signal?: AbortSignal,
  ): Promise<readonly number[]> {
    return whenNotAborted(signal, () => {
      const mask = this.#filter.mask(filter);
      const allowed = (row: number): boolean => mask === null || mask[row] === 1;
      const pairs = foldedStrings.flatMap(tokensInside);
      // Only rows with all pairs of characters can hold the strings: folding every passage of a large index takes seconds.
      const rows = pairs.length === 0 ? this.#rows.all() : this.#words.rowsWithAll(pairs);
      const holding = (row: number): boolean => {
        const text = this.#rows.folded(row);
        return foldedStrings.every((wanted) => text.includes(wanted));
      };
      return rows.filter((row) => allowed(row) && (foldedStrings.length === 0 || holding(row)));
    });
  }

  /** @throws RangeError where a row is none of this generation */
  passages(rows: readonly number[], signal?: AbortSignal): Promise<readonly Passage[]> {
    return whenNotAborted(signal, () => rows.map((row) => this.#rows.passage(row)));
  }

  rowOf(passageId: string, scopes: readonly Scope[], signal?: AbortSignal): Promise<number | null> {
    return whenNotAborted(signal, () => {
      const row = this.#rows.rowOf(passageId);
      const place = row === null ? null : documentOfRow(this.#layout, row);
      return place !== null && scopes.includes(place.document.metadata.scope) ? row : null;
    });
  }

  passagesOf(documentId: string, signal?: AbortSignal): Promise<readonly Passage[]> {
    return whenNotAborted(signal, () => {
      const place = this.#layout.documents.find(({ document }) => document.metadata.id === documentId);
      if (place === undefined) return [];
      return Array.from({ length: place.document.passages }, (_, at) => this.#rows.passage(place.first + at));
    });
  }

  documents(scopes: readonly Scope[], signal?: AbortSignal): Promise<readonly DocumentMetadata[]> {
    return whenNotAborted(signal, () =>
      this.manifest.documents.map(({ metadata }) => metadata).filter(({ scope }) => scopes.includes(scope)),
    );
  }
}

/** Vectors that are found by a scan. */
export function exactVectors(vectors: Float32Array, dimension: number): GenerationVectors {
  return { kind: 'exact', index: new ExactIndex(vectors, dimension) };
}

/** A promise of what `work` gives; rejected with the signal's reason where that is aborted, or with what `work` throws. */
function whenNotAborted<Value>(signal: AbortSignal | undefined, work: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    signal?.throwIfAborted();
    resolve(work());
  });
}
