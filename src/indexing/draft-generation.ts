import type { SourceDocument } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { BuildPlan } from './build-plan.js';
import { passagesIn } from './build-plan.js';
import type { BuildRequest } from './build-request.js';
import { encodeTexts } from './encode-passages.js';
import { INDEX_FORMAT } from './index-layout.js';
import { IndexInputError } from './index-errors.js';
import type { IndexedDocument, Manifest, SegmentEntry } from './manifest.js';
import { isPassageId } from './segment.js';
import type { Segment, SegmentPieces } from './segment.js';
import { SegmentWriter } from './segment-writer.js';
import type { WrittenRows } from './segment-writer.js';
import { vectorsToBytes } from './vector-bytes.js';
import { digestsOf } from './write-generation.js';

/** What a draft takes from the generation before. */
export interface DraftBase {
  /** Name of the new generation and of its segment. */
  readonly name: string;
  readonly parent: string | null;
  /** Segments whose vectors the same encoder made. */
  readonly known: readonly Segment[];
  /** Segments among which are those that the plan keeps. */
  readonly kept: readonly Segment[];
}

/** A generation worked out in memory; nothing is written yet. */
export interface Draft {
  /** Complete but for the graph, which is null. */
  readonly manifest: Manifest;
  /** The files of the new segment, which has the name of the generation; null where there is none. */
  readonly files: SegmentPieces | null;
  /** Content of the vector file of every segment, in the order of the manifest. */
  readonly vectorFiles: readonly Uint8Array[];
  /** Texts that went through the encoder. */
  readonly encoded: number;
}

/** Splits and encodes what the plan says and puts the generation together. */
export async function draftGeneration(request: BuildRequest, plan: BuildPlan, base: DraftBase): Promise<Draft> {
  const { encoder, signal, onProgress } = request;
  const { indexed, rows } = splitDocuments(request, plan);
  const { vectors, encoded } = await encodeTexts(encoder, rows.texts, {
    known: base.known,
    signal,
    onProgress: (done, total) => onProgress?.({ phase: 'encode', done, total }),
  });
  const vectorFile = vectorsToBytes(vectors);
  const files = indexed.length === 0 ? null : { ...rows.files, vectors: [vectorFile] };
  const fresh: readonly SegmentEntry[] =
    files === null
      ? []
      : [
          {
            id: base.name,
            documents: indexed.map(({ metadata, passages }) => ({ id: metadata.id, passages })),
            files: digestsOf(files),
          },
        ];
  const segments = [...plan.segments, ...fresh];
  const documents = [...plan.kept, ...indexed.map((one) => ({ ...one, segment: base.name }))].sort((left, right) =>
    left.metadata.id < right.metadata.id ? -1 : 1,
  );
  const alive = documents.reduce((sum, document) => sum + document.passages, 0);
  const manifest: Manifest = {
    format: INDEX_FORMAT,
    generation: base.name,
    parent: base.parent,
    builtAt: request.clock.now().toISOString(),
    encoder: encoder.identity,
    versions: request.versions,
    documents,
    segments,
    tombstones: plan.tombstones,
    graph: null,
    counts: { documents: documents.length, passages: alive, deadPassages: passagesIn(segments) - alive },
  };
  const vectorFiles = new Map(base.kept.map((segment) => [segment.id, segment.vectors]));
  const kept = plan.segments.flatMap(({ id }) => vectorFiles.get(id) ?? []);
  return { manifest, files, vectorFiles: files === null ? kept : [...kept, vectorFile], encoded };
}

/** Documents that were split, and the rows that their passages became. */
interface SplitDocuments {
  readonly indexed: readonly Omit<IndexedDocument, 'segment'>[];
  readonly rows: WrittenRows;
}

/** Splits documents one by one and finds their words and laws at once, so that no document's passages need be kept. */
function splitDocuments(
  { split, findMentions, onProgress, signal }: BuildRequest,
  { written }: BuildPlan,
): SplitDocuments {
  const ids = new Map<string, string>();
  const writer = new SegmentWriter();
  const indexed = written.map(({ document, fingerprint }, place) => {
    signal?.throwIfAborted();
    const passages = split(document);
    checkPassages(document, passages, ids);
    for (const passage of passages) writer.add(passage, findMentions(passage.text));
    onProgress?.({ phase: 'split', done: place + 1, total: written.length });
    return { metadata: document.metadata, fingerprint, passages: passages.length };
  });
  return { indexed, rows: writer.finish() };
}

/** Notes the ids of passages. @throws IndexInputError where a passage stands in the wrong place, or its id is known or none */
function checkPassages({ metadata }: SourceDocument, passages: readonly Passage[], ids: Map<string, string>): void {
  for (const [position, passage] of passages.entries()) {
    if (passage.document !== metadata.id || passage.position !== position)
      throw new IndexInputError(
        `Passage ${position} of document ${metadata.id} says that it is passage ${passage.position} of ${passage.document}.`,
      );
    if (!isPassageId(passage.id)) throw new IndexInputError(`"${passage.id}" in ${metadata.id} is no id of a passage.`);
    const holder = ids.get(passage.id);
    if (holder !== undefined)
      throw new IndexInputError(`Two passages have the id ${passage.id}: in ${holder} and in ${metadata.id}.`);
    ids.set(passage.id, metadata.id);
  }
}
