import type { SourceDocument } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import type { Encoder } from '../../embedding/encoder.js';
import type { Clock } from '../../shared/clock.js';
import type { FileSystem } from '../../shared/file-system.js';
import type { HnswLoader } from '../../vector/hnsw-library.js';
import type { IndexVersions } from '../files/manifest.js';
import type { LawMention } from '../files/segment.js';
import type { ProcessTable } from '../lock/process-table.js';
import type { FileStamp } from '../sources/source-stamps.js';
import type { BuildProgress } from './build-report.js';

/** Everything that a build needs; nothing else decides its result. */
export interface BuildRequest {
  readonly fileSystem: FileSystem;
  /** The index folder; made where it is missing. */
  readonly folder: string;
  /**
   * Reads all documents that shall be found afterwards, in any order. Called once; the build lets go of them when they
   * are split, because those of a law book take as much memory as the graph that is built last.
   */
  readonly readDocuments: () => Promise<readonly SourceDocument[]>;
  /** Stamps of the source files, taken before the documents are read; null where there are none. */
  readonly sources: readonly FileStamp[] | null;
  /** The passages of a document in reading order, positions from 0. */
  readonly split: (document: SourceDocument) => readonly Passage[];
  /** The laws that a text names. */
  readonly findMentions: (text: string) => readonly LawMention[];
  readonly encoder: Encoder;
  readonly versions: IndexVersions;
  readonly clock: Clock;
  readonly processes: ProcessTable;
  readonly loadHnsw: HnswLoader;
  /** Passages from which on a graph is built; `GRAPH_THRESHOLD` where it is left out. */
  readonly graphThreshold?: number;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal | undefined;
}
