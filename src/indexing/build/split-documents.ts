import type { SourceDocument } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import type { IndexedDocument, Manifest } from '../files/manifest.js';
import { isPassageId } from '../files/segment.js';
import { SegmentWriter } from '../files/segment-writer.js';
import type { WrittenRows } from '../files/segment-writer.js';
import { writeRows } from '../files/write-generation.js';
import type { RowDigests } from '../files/write-generation.js';
import { IndexInputError, onDisk } from '../index-errors.js';
import { fingerprintDocuments, planBuild } from './build-plan.js';
import type { BuildPlan, FingerprintedDocument } from './build-plan.js';
import type { BuildRequest } from './build-request.js';

/** What a build keeps and changes, without the documents themselves. */
export type BuildChanges = Omit<BuildPlan, 'written'>;

/** What is left of the documents when they are let go. */
export interface SplitDocuments {
  readonly changes: BuildChanges;
  /** Those that were split, in the order of their rows. */
  readonly indexed: readonly Omit<IndexedDocument, 'segment'>[];
  /** The text of each row of the new segment. */
  readonly texts: readonly string[];
  /** The files of the new segment that are on the disk; null where there is none. */
  readonly digests: RowDigests | null;
}

/**
 * Reads the documents, decides which of them a build writes, and writes the passages of these, their words and laws as a
 * segment. Documents and what was written are out of memory afterwards; of a passage its text stays, to be encoded.
 * @param base the generation to grow from, or null where everything is written anew
 * @param name of the segment
 */
export async function splitDocuments(
  request: BuildRequest,
  base: Manifest | null,
  name: string,
): Promise<SplitDocuments> {
  const { fileSystem, folder } = request;
  const documents = await request.readDocuments();
  const { written, ...changes } = planBuild(fingerprintDocuments(documents), base);
  const { indexed, rows } = splitAll(request, written);
  const digests =
    indexed.length === 0 ? null : await onDisk(folder, () => writeRows(fileSystem, folder, name, rows.files));
  return { changes, indexed, texts: rows.texts, digests };
}

/** Splits documents one by one and finds their words and laws at once, so that no document's passages need be kept. */
function splitAll(
  { split, findMentions, onProgress, signal }: BuildRequest,
  written: readonly FingerprintedDocument[],
): { readonly indexed: SplitDocuments['indexed']; readonly rows: WrittenRows } {
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
