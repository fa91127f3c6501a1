import { join } from 'node:path';
import { fileErrorCode } from '../../shared/file-system.js';
import type { FileSystem } from '../../shared/file-system.js';
import { sha256 } from '../../shared/sha256.js';
import { IndexReadError } from '../index-errors.js';
import { generationFolder, INDEX_FORMAT, INDEX_NAMES, segmentFolder } from './index-layout.js';
import type { SegmentFile } from './index-layout.js';
import type { Manifest } from './manifest.js';
import { parseManifest } from './manifest-schema.js';
import { parsePointer } from './pointer.js';
import type { Pointer } from './pointer.js';
import { layOutRows } from './row-layout.js';
import type { RowLayout } from './row-layout.js';
import { readSegment } from './segment.js';
import type { Segment } from './segment.js';

/** A generation whose every file was read and verified. */
export interface StoredGeneration {
  readonly pointer: Pointer;
  readonly manifest: Manifest;
  readonly layout: RowLayout;
  /** In the order of the manifest. */
  readonly segments: readonly Segment[];
  /** Path of the verified graph, or null where there is none. */
  readonly graphFile: string | null;
}

/** Why there is no generation to read. */
export type UnusableIndex =
  | { readonly status: 'missing'; readonly folder: string }
  /** A file below the folder is missing, cut short, changed, or contradicts the others. */
  | { readonly status: 'damaged'; readonly folder: string; readonly file: string; readonly reason: string }
  /** Written by another version of Yinju. */
  | { readonly status: 'other-format'; readonly folder: string; readonly found: number; readonly supported: number };

/** What lies in an index folder. */
export type ReadIndex = { readonly status: 'read'; readonly stored: StoredGeneration } | UnusableIndex;

/** How often a reader starts again where the index is replaced while it reads. */
const ATTEMPTS = 3;

/**
 * Reads the current generation and verifies every file of it before anything is used. It is then all in memory: what a
 * builder deletes later is not missed.
 * @throws IndexReadError where a file is there and cannot be read
 */
export async function readIndex(fileSystem: FileSystem, folder: string, signal?: AbortSignal): Promise<ReadIndex> {
  for (let attempt = 1; ; attempt += 1) {
    const pointer = await readOrNull(fileSystem, folder, INDEX_NAMES.pointer);
    if (pointer === null) return { status: 'missing', folder };
    const read = await readGeneration(new Reader(fileSystem, folder, signal), pointer);
    if (read.status !== 'damaged' || attempt === ATTEMPTS) return read;
    // Files that vanish under a reader belong to a generation that was replaced meanwhile: then read the new one.
    const again = await readOrNull(fileSystem, folder, INDEX_NAMES.pointer);
    if (again !== null && Buffer.compare(again, pointer) === 0) return read;
  }
}

async function readGeneration(reader: Reader, pointerBytes: Uint8Array): Promise<ReadIndex> {
  try {
    const parsed = parsePointer(pointerBytes);
    if (parsed.status === 'other-format') return reader.otherFormat(parsed.format);
    if (parsed.status === 'wrong') throw new Damage(INDEX_NAMES.pointer, 'is changed or cut short');
    const { pointer } = parsed;

    const manifestFile = join(generationFolder('', pointer.generation), INDEX_NAMES.manifest);
    const manifestBytes = await reader.verified(manifestFile, { size: null, sha256: pointer.manifest });
    const read = parseManifest(new TextDecoder().decode(manifestBytes), INDEX_FORMAT);
    if (read.status === 'other-format') return reader.otherFormat(read.format);
    if (read.status === 'wrong') throw new Damage(manifestFile, read.reason);
    const { manifest } = read;
    const layout = manifest.generation === pointer.generation ? layOutRows(manifest) : null;
    if (layout === null) throw new Damage(manifestFile, 'contradicts itself');

    const segments: Segment[] = [];
    for (const [place, { id, files }] of manifest.segments.entries()) {
      const verified = (file: SegmentFile): Promise<Uint8Array> =>
        reader.verified(join(segmentFolder('', id), INDEX_NAMES[file]), files[file]);
      const bytes = {
        passages: await verified('passages'),
        vectors: await verified('vectors'),
        postings: await verified('postings'),
        laws: await verified('laws'),
      };
      const rows = layout.rowsOfSegments[place]?.length ?? 0;
      const segment = readSegment(id, bytes, rows, manifest.encoder.dimension);
      if (segment === null) throw new Damage(segmentFolder('', id), 'holds another number of rows than it should');
      segments.push(segment);
    }

    const graph = join(generationFolder('', pointer.generation), INDEX_NAMES.graph);
    if (manifest.graph !== null) await reader.verified(graph, manifest.graph);
    const graphFile = manifest.graph === null ? null : join(reader.folder, graph);
    return { status: 'read', stored: { pointer, manifest, layout, segments, graphFile } };
  } catch (cause) {
    if (cause instanceof Damage)
      return { status: 'damaged', folder: reader.folder, file: cause.file, reason: cause.message };
    throw cause;
  }
}

/** Ends the reading of a damaged generation; never leaves this file. */
class Damage extends Error {
  readonly file: string;

  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

/** Reads files below an index folder. */
class Reader {
  readonly folder: string;
  readonly #fileSystem: FileSystem;
  readonly #signal: AbortSignal | undefined;

  constructor(fileSystem: FileSystem, folder: string, signal: AbortSignal | undefined) {
    this.folder = folder;
    this.#fileSystem = fileSystem;
    this.#signal = signal;
  }

  async verified(
    file: string,
    expected: { readonly size: number | null; readonly sha256: string },
  ): Promise<Uint8Array> {
    this.#signal?.throwIfAborted();
    const bytes = await readOrNull(this.#fileSystem, this.folder, file);
    if (bytes === null) throw new Damage(file, 'is missing');
    if (expected.size !== null && bytes.length !== expected.size)
      throw new Damage(file, `has ${bytes.length} bytes instead of ${expected.size}`);
    if (sha256(bytes) !== expected.sha256) throw new Damage(file, 'is changed: its SHA-256 is another');
    return bytes;
  }

  otherFormat(found: number): ReadIndex {
    return { status: 'other-format', folder: this.folder, found, supported: INDEX_FORMAT };
  }
}

/** A file below the index folder, or null where there is none. @throws IndexReadError */
export async function readOrNull(fileSystem: FileSystem, folder: string, file: string): Promise<Uint8Array | null> {
  try {
    return await fileSystem.readFile(join(folder, file));
  } catch (cause) {
    const code = fileErrorCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw code === null ? cause : new IndexReadError(folder, cause);
  }
}
