import { INDEX_FORMAT } from '../files/index-layout.js';
import type { Manifest, SegmentEntry } from '../files/manifest.js';
import type { StoredGeneration } from '../files/read-index.js';
import type { Segment } from '../files/segment.js';
import { vectorsToBytes } from '../files/vector-bytes.js';
import { writeVectors } from '../files/write-generation.js';
import { onDisk } from '../index-errors.js';
import { passagesIn } from './build-plan.js';
import type { BuildRequest } from './build-request.js';
import { encodeTexts } from './encode-passages.js';
import { splitDocuments } from './split-documents.js';
import type { BuildChanges } from './split-documents.js';

/** What a draft takes from the generation before. */
export interface DraftBase {
  /** The generation that is current and readable; null where there is none. */
  readonly parent: string | null;
  /** Segments whose vectors the same encoder made. */
  readonly known: readonly Segment[];
  /** The generation among whose segments are those that stay; null where all is written anew. */
  readonly kept: StoredGeneration | null;
}

/** A generation of which the new segment is written, and nothing names it yet. */
export interface Draft {
  /** Complete but for the graph, which is null. */
  readonly manifest: Manifest;
  readonly changes: BuildChanges;
  /** Content of the vector file of every segment, in the order of the manifest. */
  readonly vectorFiles: readonly Uint8Array[];
  /** Texts that went through the encoder. */
  readonly encoded: number;
}

/**
 * Reads, splits and encodes the documents, writes what is new of them as a segment, and puts the generation together. Each
 * step hands on what the next one needs and keeps nothing else in memory: of a law book, that is half.
 * @param name of the new generation, and of its segment where it has one
 */
export async function draftGeneration(request: BuildRequest, base: DraftBase, name: string): Promise<Draft> {
  const { encoder, fileSystem, folder, signal, onProgress } = request;
  const { changes, indexed, texts, digests } = await splitDocuments(request, base.kept?.manifest ?? null, name);
  const { vectors, encoded } = await encodeTexts(encoder, texts, {
    known: base.known,
    signal,
    onProgress: (done, total) => onProgress?.({ phase: 'encode', done, total }),
  });
  const vectorFile = vectorsToBytes(vectors);
  const fresh: readonly SegmentEntry[] =
    digests === null
      ? []
      : [
          {
            id: name,
            documents: indexed.map(({ metadata, passages }) => ({ id: metadata.id, passages })),
            files: {
              ...digests,
              vectors: await onDisk(folder, () => writeVectors(fileSystem, folder, name, vectorFile)),
            },
          },
        ];
  const segments = [...changes.segments, ...fresh];
  const documents = [...changes.kept, ...indexed.map((one) => ({ ...one, segment: name }))].sort((left, right) =>
    left.metadata.id < right.metadata.id ? -1 : 1,
  );
  const alive = documents.reduce((sum, document) => sum + document.passages, 0);
  const manifest: Manifest = {
    format: INDEX_FORMAT,
    generation: name,
    parent: base.parent,
    builtAt: request.clock.now().toISOString(),
    encoder: encoder.identity,
    versions: request.versions,
    documents,
    segments,
    tombstones: changes.tombstones,
    graph: null,
    counts: { documents: documents.length, passages: alive, deadPassages: passagesIn(segments) - alive },
  };
  const vectorFiles = new Map(base.kept?.segments.map((segment) => [segment.id, segment.vectors]));
  const kept = changes.segments.flatMap(({ id }) => vectorFiles.get(id) ?? []);
  return { manifest, changes, vectorFiles: fresh.length === 0 ? kept : [...kept, vectorFile], encoded };
}
