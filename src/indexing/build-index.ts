import { join } from 'node:path';
import { replaceFile } from '../shared/atomic-write.js';
import { reasonOf } from '../shared/errors.js';
import type { FileSystem } from '../shared/file-system.js';
import { buildGraph, wantsGraph } from './build-graph.js';
import { fingerprintDocuments, planBuild } from './build-plan.js';
import type { BuildPlan } from './build-plan.js';
import type { BuildNotice, BuildReport } from './build-report.js';
import type { BuildRequest } from './build-request.js';
import { collectGarbage } from './collect-garbage.js';
import { draftGeneration } from './draft-generation.js';
import type { Draft } from './draft-generation.js';
import { onDisk } from './index-errors.js';
import { generationFolder, INDEX_NAMES, segmentFolder } from './index-layout.js';
import { takeLock } from './index-lock.js';
import { sameEncoder, sameVersions } from './manifest.js';
import type { Manifest } from './manifest.js';
import { hasStamps } from './open-index.js';
import { parsePointer } from './pointer.js';
import { readIndex, readOrNull } from './read-index.js';
import type { StoredGeneration } from './read-index.js';
import { writeStamps } from './source-stamps.js';
import { nextName, publish, writeGeneration, writeSegment } from './write-generation.js';

/**
 * Brings an index up to date with documents and publishes it in one step: a reader sees the generation before or the new
 * one, whatever happens. Unchanged documents and passages are neither split nor encoded again. Where nothing changed,
 * nothing is written.
 *
 * @throws IndexLockedError where somebody builds the same index · IndexInputError where documents contradict each other ·
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

/** What a build may grow from. */
interface Base {
  /** The generation that is current and readable. */
  readonly stored: StoredGeneration | null;
  /** True where its vectors are those of the encoder. */
  readonly vectorsServe: boolean;
  /** True where its segments can be kept. */
  readonly segmentsServe: boolean;
}

async function buildUnderLock(request: BuildRequest, notices: BuildNotice[]): Promise<BuildReport> {
  const { fileSystem, folder } = request;
  const base = await findBase(request, notices);
  const kept = base.segmentsServe ? (base.stored?.manifest ?? null) : null;
  const plan = planBuild(fingerprintDocuments(request.documents), kept);

  if (kept !== null && isUpToDate(plan) && !(await lacksGraph(request, kept))) {
    await afterwards(request, kept, notices);
    return reportOf(kept, plan, 'unchanged', 0, notices);
  }

  const name = await onDisk(folder, () => nextName(fileSystem, folder));
  const { manifest, encoded } = await writeAll(request, plan, base, name, notices);
  await afterwards(request, manifest, notices);
  return reportOf(manifest, plan, 'built', encoded, notices);
}

async function findBase(
  { fileSystem, folder, encoder, versions, signal }: BuildRequest,
  notices: BuildNotice[],
): Promise<Base> {
  const read = await readIndex(fileSystem, folder, signal);
  if (read.status !== 'read') {
    if (read.status !== 'missing') notices.push({ key: 'unusable-replaced', index: read });
    return { stored: null, vectorsServe: false, segmentsServe: false };
  }
  const { manifest } = read.stored;
  const vectorsServe = sameEncoder(manifest.encoder, encoder.identity);
  const versionsServe = sameVersions(manifest.versions, versions);
  if (!vectorsServe) notices.push({ key: 'encoder-replaced', found: manifest.encoder });
  if (!versionsServe) notices.push({ key: 'versions-replaced', found: manifest.versions });
  return { stored: read.stored, vectorsServe, segmentsServe: vectorsServe && versionsServe };
}

function isUpToDate({ added, changed, removed }: BuildPlan): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Whether the generation has no graph although there would be one now: the library was installed since. */
async function lacksGraph({ graphThreshold, loadHnsw }: BuildRequest, { graph, counts }: Manifest): Promise<boolean> {
  return graph === null && wantsGraph(counts.passages, graphThreshold) && (await loadHnsw()).status === 'available';
}

/** What is left of a draft when its segment is written. */
type WrittenDraft = Omit<Draft, 'files'>;

/** Writes segment and generation and makes it the current one; leaves nothing of it behind where that fails. */
async function writeAll(
  request: BuildRequest,
  plan: BuildPlan,
  base: Base,
  name: string,
  notices: BuildNotice[],
): Promise<WrittenDraft> {
  const { fileSystem, folder, signal, onProgress } = request;
  const progress = (done: number): void => onProgress?.({ phase: 'write', done, total: 2 });
  try {
    const draft = await writeDraft(request, plan, base, name);
    const graph = await buildGraph(request, draft, notices);
    progress(0);
    const manifest = { ...draft.manifest, graph };
    const checksum = await onDisk(folder, () => writeGeneration(fileSystem, folder, manifest));
    progress(1);
    signal?.throwIfAborted();
    await onDisk(folder, () => publish(fileSystem, folder, name, checksum));
    progress(2);
    return { ...draft, manifest };
  } catch (cause) {
    await removeUnpublished(fileSystem, folder, name);
    throw cause;
  }
}

/** Writes the segment of a draft at once: its bytes, but for the vectors, need not be in memory beside the graph. */
async function writeDraft(
  request: BuildRequest,
  plan: BuildPlan,
  { stored, vectorsServe, segmentsServe }: Base,
  name: string,
): Promise<WrittenDraft> {
  const { fileSystem, folder } = request;
  const segments = stored?.segments ?? [];
  const { files, ...draft } = await draftGeneration(request, plan, {
    name,
    parent: stored?.manifest.generation ?? null,
    known: vectorsServe ? segments : [],
    kept: segmentsServe ? segments : [],
  });
  if (files !== null) await onDisk(folder, () => writeSegment(fileSystem, folder, name, files));
  return draft;
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

function reportOf(
  { generation, counts, graph }: Manifest,
  { added, changed, removed, compacted }: BuildPlan,
  outcome: BuildReport['outcome'],
  encoded: number,
  notices: readonly BuildNotice[],
): BuildReport {
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
