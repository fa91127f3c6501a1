import type { Passage } from '../../documents/passage.js';
import type { Postings } from '../../lexical/postings.js';
import { PostingsFormatError, readPostings } from '../../lexical/postings-format.js';
import type { SegmentFile } from './index-layout.js';
import { JsonLines } from './json-lines.js';
import { vectorFileSize } from './vector-bytes.js';

/** A law named in a text. `start` and `end` are UTF-16 units of that text. */
export interface LawMention {
  /** Id in the catalogue. */
  readonly law: string;
  readonly start: number;
  readonly end: number;
  /** The name as it stands there. */
  readonly wording: string;
}

/** What a passage has to do with laws: the one that it is part of, and those that it names. Null where there is none. */
export interface LawsOfPassage {
  readonly belongsTo: string | null;
  readonly mentions: readonly LawMention[];
}

/** The content of the files of a segment. */
export type SegmentBytes = Readonly<Record<SegmentFile, Uint8Array>>;

/**
 * The files of a segment that is written, but for its vectors: of each the pieces that follow one another, never joined in
 * memory.
 */
export type RowPieces = Readonly<Record<Exclude<SegmentFile, 'vectors'>, readonly Uint8Array[]>>;

/** A segment in memory. Its rows are those of its files, from 0, dead ones included. */
export interface Segment {
  readonly id: string;
  /** A `Passage` a line. */
  readonly passages: JsonLines;
  /** `LawsOfPassage` or null a line. */
  readonly laws: JsonLines;
  readonly postings: Postings;
  /** Content of the file of vectors: see `gatherVectors`. */
  readonly vectors: Uint8Array;
}

/** Reads verified files of a segment; null where they do not hold `rows` rows each. */
export function readSegment(id: string, bytes: SegmentBytes, rows: number, dimension: number): Segment | null {
  const passages = new JsonLines(bytes.passages);
  const laws = new JsonLines(bytes.laws);
  if (passages.count !== rows || laws.count !== rows) return null;
  if (bytes.vectors.length !== vectorFileSize(rows, dimension)) return null;
  const postings = postingsOrNull(bytes.postings);
  if (postings?.count !== rows) return null;
  return { id, passages, laws, postings, vectors: bytes.vectors };
}

function postingsOrNull(bytes: Uint8Array): Postings | null {
  try {
    return readPostings(bytes);
  } catch (cause) {
    if (cause instanceof PostingsFormatError) return null;
    throw cause;
  }
}

/** The passage in a line of a segment's file. */
export function passageOfLine(line: string): Passage {
  // Written by `segmentBytes` of this format version and verified by its checksum.
  return JSON.parse(line) as Passage;
}

/** What a line of a segment's file says about laws. */
export function lawsOfLine(line: string): LawsOfPassage | null {
  return JSON.parse(line) as LawsOfPassage | null;
}

/** The id of the passage in a line of a segment's file, without decoding the rest of the line. */
export function idAt(passages: JsonLines, line: number): string {
  const beginning = passages.beginning(line, ID_PREFIX.length + MAXIMUM_ID_LENGTH + 1);
  return beginning.slice(ID_PREFIX.length, beginning.indexOf('"', ID_PREFIX.length));
}

/** Whether an id of a passage can be read back by `idAt`: some ASCII letters and digits, words joined by hyphens. */
export function isPassageId(id: string): boolean {
  return id.length <= MAXIMUM_ID_LENGTH && /^[a-z0-9-]+$/i.test(id);
}

/** UTF-16 units; those of the splitter have 16. */
const MAXIMUM_ID_LENGTH = 64;

const ID_PREFIX = '{"id":"';

/** The passage with its id in front, where `idAt` finds it. */
export function idFirst({ id, ...rest }: Passage): Passage {
  return { id, ...rest };
}
