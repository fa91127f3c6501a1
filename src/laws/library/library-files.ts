import { distinctIds } from '../../documents/document-ids.js';
import { filesBelow, TEXT_FILE } from '../../documents/load-documents.js';
import type { FileSystem } from '../../shared/file-system.js';

/** The texts in the folder of a library, as paths below it; none where there is no such folder. */
export async function libraryFiles(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  const found = await fileSystem.stat(folder);
  if (found?.kind !== 'folder') return [];
  return (await filesBelow(fileSystem, folder)).filter((file) => TEXT_FILE.test(file));
}

/** The ids of the texts of a library, by path: those that the loader gives them where no other folder has such names. */
export function idsOf(folder: string, files: readonly string[]): ReadonlyMap<string, string> {
  const ids = distinctIds(files.map((file) => ({ folder, file })));
  return new Map(files.map((file, place) => [file, ids[place] ?? '']));
}
