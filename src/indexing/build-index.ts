import { join } from 'node:path';
import { replaceFile } from '../shared/atomic-write.js';
import { reasonOf } from '../shared/errors.js';
import type { FileSystem } from '../shared/file-system.js';
import { buildGraph, wantsGraph } from './build/build-graph.js';
import type { BuildNotice, BuildReport } from './build/build-report.js';
import type { BuildRequest } from './build/build-request.js';
import { collectGarbage } from './build/collect-garbage.js';
import { draftGeneration } from './build/draft-generation.js';
import type { Draft, DraftBase } from './build/draft-generation.js';
import type { BuildChanges } from './build/split-documents.js';
import { generationFolder, INDEX_NAMES, segmentFolder } from './files/index-layout.js';
import { sameEncoder, sameVersions } from './files/manifest.js';
import type { Manifest } from './files/manifest.js';
import { parsePointer } from './files/pointer.js';
import { readIndex, readOrNull } from './files/read-index.js';
import { nextName, publish, writeGeneration } from './files/write-generation.js';
import { onDisk } from './index-errors.js';
import { takeLock } from './lock/index-lock.js';
import { hasStamps } from './open-index.js';
import { writeStamps } from './sources/source-stamps.js';

/**
 * Brings an index up to date with documents and publishes it in one step: a reader sees the generation before or the new
 * one, whatever happens. Unchanged documents and passages are neither split nor encoded again. Where nothing changed,
 * nothing is written.
 *
 * @throws IndexLockedError where somebody builds the same index · what reading the documents throws · IndexInputError where documents contradict each other ·
 * EncoderFaultError · IndexBuildError and IndexReadError where the disk fails · what the encoder throws · the signal's
 * reason where it is aborted. After each of them the generation that was current before still is.
 */
export async function buildIndex(request: BuildRequest): Promise<BuildReport> {
  const { fileSystem, folder, processes, clock } = request;
  const lockFile = join(folder, INDEX_NAMES.lock);
  const lock = await onDisk(folder, async () => {
    await fileSystem.makeFolder(folder);
    return takeLock({ fileSystem, processes, clock }, lockFile);
  });
  const notices: BuildNotice[] = [];
  if (lock.takenFrom !== null) notices.push({ key: 'lock-taken-over', owner: lock.takenFrom.owner });
  try {
    return await buildUnderLock(request, notices);
  } finally {
    await lock.release().catch((cause: unknown) => {
      notices.push({ key: 'lock-left', path: lockFile, reason: reasonOf(cause) });
    });
  }
}

/** What a build came to. */
interface Built extends Pick<Draft, 'changes' | 'encoded'> {
  readonly outcome: BuildReport['outcome'];
  /** The generation that is current now. */
  readonly manifest: Manifest;
}

async function buildUnderLock(request: BuildRequest, notices: BuildNotice[]): Promise<BuildReport> {
  const base = await findBase(request, notices);
  const built = await writeAll(request, base, notices);
  await afterwards(request, built.manifest, notices);
  return reportOf(built, notices);
}

async function findBase(
  { fileSystem, folder, encoder, versions, signal }: BuildRequest,
  notices: BuildNotice[],
): Promise<DraftBase> {
  const read = await readIndex(fileSystem, folder, signal);
  if (read.status !== 'read') {
    if (read.status !== 'missing') notices.push({ key: 'unusable-replaced', index: read });
    return { parent: null, known: [], kept: null };
  }
  const { stored } = read;
  const { manifest, segments } = stored;
  const vectorsServe = sameEncoder(manifest.encoder, encoder.identity);
  const versionsServe = sameVersions(manifest.versions, versions);
  if (!vectorsServe) notices.push({ key: 'encoder-replaced', found: manifest.encoder });
  if (!versionsServe) notices.push({ key: 'versions-replaced', found: manifest.versions });
  return {
    parent: manifest.generation,
    known: vectorsServe ? segments : [],
    kept: vectorsServe && versionsServe ? stored : null,
  };
}

function changesNothing({ added, changed, removed }: BuildChanges): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Whether the generation has no graph although there would be one now: the library was installed since. */
async function lacksGraph({ graphThreshold, loadHnsw }: BuildRequest, { graph, counts }: Manifest): Promise<boolean> {
  return graph === null && wantsGraph(counts.passages, graphThreshold) && (await loadHnsw()).status === 'available';
}

/** Writes segment and generation and makes it the current one; leaves nothing of it behind where that fails. */
async function writeAll(request: BuildRequest, base: DraftBase, notices: BuildNotice[]): Promise<Built> {
  const { fileSystem, folder, signal, onProgress } = request;
  const progress = (done: number): void => onProgress?.({ phase: 'write', done, total: 2 });
  const name = await onDisk(folder, () => nextName(fileSystem, folder));
  try {
    const draft = await draftGeneration(request, base, name);
    const { changes, encoded } = draft;
    const current = base.kept?.manifest ?? null;
    if (current !== null && changesNothing(changes) && !(await lacksGraph(request, current)))
      return { outcome: 'unchanged', manifest: current, changes, encoded };
    const graph = await buildGraph(request, draft, notices);
    progress(0);
    const manifest = { ...draft.manifest, graph };
    const checksum = await onDisk(folder, () => writeGeneration(fileSystem, folder, manifest));
    progress(1);
    signal?.throwIfAborted();
    await onDisk(folder, () => publish(fileSystem, folder, name, checksum));
    progress(2);
    return { outcome: 'built', manifest, changes, encoded };
  } catch (cause) {
    await removeUnpublished(fileSystem, folder, name);
    throw cause;
  }
}

/** The rest of a build, when its result is in place already: what fails here is told, and done by the next build. */
async function afterwards(request: BuildRequest, manifest: Manifest, notices: BuildNotice[]): Promise<void> {
  const { fileSystem, folder, sources } = request;
  const attempt = async (
    key: 'not-flushed' | 'sources-not-noted' | 'not-cleaned',
    action: () => Promise<void>,
  ): Promise<void> => {
    await action().catch((cause: unknown) => notices.push({ key, reason: reasonOf(cause) }));
  };
  await attempt('not-flushed', () => fileSystem.syncFolder(folder));
  await attempt('sources-not-noted', async () => {
    if (sources === null || (await hasStamps(fileSystem, folder, manifest.generation, sources))) return;
    await replaceFile(fileSystem, join(folder, INDEX_NAMES.sources), writeStamps(manifest.generation, sources));
  });
  await attempt('not-cleaned', () => collectGarbage(fileSystem, folder, manifest));
}

/** Removes what a failed build wrote; what resists is removed after the next one. */
async function removeUnpublished(fileSystem: FileSystem, folder: string, name: string): Promise<void> {
  const pointer = await readOrNull(fileSystem, folder, INDEX_NAMES.pointer).catch(() => undefined);
  // A rename may be done and reported as failed. What cannot be told apart from that stays where it is.
  if (pointer === undefined) return;
  const parsed = pointer === null ? null : parsePointer(pointer);
  if (parsed?.status === 'pointer' && parsed.pointer.generation === name) return;
  await fileSystem.remove(generationFolder(folder, name)).catch(() => undefined);
  await fileSystem.remove(segmentFolder(folder, name)).catch(() => undefined);
}

function reportOf({ outcome, manifest, changes, encoded }: Built, notices: readonly BuildNotice[]): BuildReport {
  const { generation, counts, graph } = manifest;
  const { added, changed, removed, compacted } = changes;
  return {
    outcome,
    generation,
    documents: counts.documents,
    passages: counts.passages,
    added,
    changed,
    removed,
    encoded,
    compacted,
    vectorIndex: graph === null ? 'exact' : 'hnsw',
    notices,
  };
}
