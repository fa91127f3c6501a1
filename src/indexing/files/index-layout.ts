import { join } from 'node:path';

/** Version of everything that is written below an index folder. Raised with every change that older code cannot read. */
export const INDEX_FORMAT = 1;

/**
 * Where things lie below an index folder. Only `CURRENT` is ever replaced, and it is written last; generations and
 * segments never change once it names them.
 *
 *     CURRENT                      names the current generation and the checksum of its manifest
 *     LOCK                         who is building, while somebody is
 *     model.json                   the encoder that was chosen for this index, where one was (embedding/chosen-model.ts)
 *     sources.json                 size and time of the source files, for a quick look whether they changed
 *     generations/ID/manifest.json everything about a generation, with the checksum of every file of it
 *     generations/ID/graph.hnsw    the graph over all its vectors, where there are enough of them
 *     segments/ID/...              passages, vectors, words and laws of some documents; shared by generations
 */
export const INDEX_NAMES = {
  pointer: 'CURRENT',
  lock: 'LOCK',
  sources: 'sources.json',
  generations: 'generations',
  segments: 'segments',
  manifest: 'manifest.json',
  graph: 'graph.hnsw',
  passages: 'passages.jsonl',
  vectors: 'vectors.bin',
  postings: 'postings.bin',
  laws: 'laws.jsonl',
} as const;

/** The files of a segment by what they hold. */
export const SEGMENT_FILES = ['passages', 'vectors', 'postings', 'laws'] as const;

export type SegmentFile = (typeof SEGMENT_FILES)[number];

/** Folder of a generation. */
export function generationFolder(indexFolder: string, generation: string): string {
  return join(indexFolder, INDEX_NAMES.generations, generation);
}

/** Folder of a segment. */
export function segmentFolder(indexFolder: string, segment: string): string {
  return join(indexFolder, INDEX_NAMES.segments, segment);
}

/** Names of generations and segments: a number that only grows, so that no name is ever used twice. */
const NAME = /^\d{6,15}$/;

/** The number in the name of a generation or segment, or null where the name is none. */
export function sequenceOf(name: string): number | null {
  return NAME.test(name) ? Number(name) : null;
}

/** The name for a number from 1: six digits at least, so that names sort as their numbers do for a long time. */
export function nameOfSequence(sequence: number): string {
  return String(sequence).padStart(6, '0');
}
