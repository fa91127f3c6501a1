import { join } from 'node:path';
import { TEMPORARY_SUFFIX } from '../../shared/atomic-write.js';
import type { FileSystem } from '../../shared/file-system.js';
import { generationFolder, INDEX_FORMAT, INDEX_NAMES, sequenceOf } from '../files/index-layout.js';
import type { Manifest } from '../files/manifest.js';
import { parseManifest } from '../files/manifest-schema.js';
import { readOrNull } from '../files/read-index.js';

/**
 * Deletes what no longer serves: generations but the current one and the one before it, segments that neither of them
 * names, temporary files. Readers hold their generation in memory, so none that is in use is lost; the one before stays
 * for those that are just reading it. Run under the lock only.
 * @throws what the file system throws; what was not deleted is deleted after the next build
 */
export async function collectGarbage(fileSystem: FileSystem, folder: string, current: Manifest): Promise<void> {
  const before = current.parent === null ? null : await readManifest(fileSystem, folder, current.parent);
  const manifests = before === null ? [current] : [current, before];
  const generations = new Set(manifests.map(({ generation }) => generation));
  const segments = new Set(manifests.flatMap((manifest) => manifest.segments.map(({ id }) => id)));

  await removeOthers(fileSystem, join(folder, INDEX_NAMES.generations), generations);
  await removeOthers(fileSystem, join(folder, INDEX_NAMES.segments), segments);
  for (const name of [INDEX_NAMES.pointer, INDEX_NAMES.sources])
    await fileSystem.remove(join(folder, name + TEMPORARY_SUFFIX));
}

/** Removes generations or segments; what bears no name of one was put there by somebody else. */
async function removeOthers(fileSystem: FileSystem, folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const { name } of await listOrNothing(fileSystem, folder))
    if (sequenceOf(name) !== null && !kept.has(name)) await fileSystem.remove(join(folder, name));
}

/** An index without passages has no segments, and then no folder for them. */
async function listOrNothing(fileSystem: FileSystem, folder: string): ReturnType<FileSystem['list']> {
  return (await fileSystem.stat(folder)) === null ? [] : fileSystem.list(folder);
}

/** The manifest of an older generation; null where it cannot be used any more, and need not be kept. */
async function readManifest(fileSystem: FileSystem, folder: string, generation: string): Promise<Manifest | null> {
  const bytes = await readOrNull(fileSystem, folder, join(generationFolder('', generation), INDEX_NAMES.manifest));
  if (bytes === null) return null;
  const parsed = parseManifest(new TextDecoder().decode(bytes), INDEX_FORMAT);
  return parsed.status === 'manifest' ? parsed.manifest : null;
}
