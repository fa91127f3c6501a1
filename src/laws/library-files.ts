import { documentId, filesBelow, TEXT_FILE } from '../documents/load-documents.js';
import type { FileSystem } from '../shared/file-system.js';

/** The texts in the folder of a library, as paths below it; none where there is no such folder. */
export async function libraryFiles(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  const found = await fileSystem.stat(folder);
  if (found?.kind !== 'folder') return [];
  return (await filesBelow(fileSystem, folder)).filter((file) => TEXT_FILE.test(file));
}

/** Ids as the loader gives them: of two names that differ in marks alone the later one has a number. */
export function idsOf(files: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const file of files) {
    const own = documentId(file);
    let id = own;
    for (let number = 2; taken.has(id); number += 1) id = `${own}-${number}`;
    taken.add(id);
    ids.set(file, id);
  }
  return ids;
}
