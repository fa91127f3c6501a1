import { join } from 'node:path';
import { reasonOf } from '../shared/errors.js';
import type { LibraryParts } from './library.js';
import { LibraryError } from './library-error.js';
import { idsOf, libraryFiles } from './library-files.js';
import { bigramSimilarity } from './near-names.js';

const NEAR_AT_MOST = 3;

/**
 * Takes a text out of the library.
 * @param id the id of its document, as `yinju add` and `yinju sources` print it
 * @returns the path of the file below the folder of the library
 * @throws LibraryError where the library holds no such text, or where the disk fails
 */
export async function removeFromLibrary(
  { fileSystem, folder }: Pick<LibraryParts, 'fileSystem' | 'folder'>,
  id: string,
): Promise<string> {
  const files = await libraryFiles(fileSystem, folder);
  const ids = idsOf(folder, files);
  const file = files.find((one) => ids.get(one) === id);
  if (file === undefined) throw noSuchText(id, [...ids.values()]);
  try {
    await fileSystem.remove(join(folder, file));
  } catch (cause) {
    throw new LibraryError(id, `${file} cannot be removed: ${reasonOf(cause)}`, 'Check the permissions.', cause);
  }
  return file;
}

function noSuchText(id: string, ids: readonly string[]): LibraryError {
  const near = ids
    .map((other) => ({ other, similarity: bigramSimilarity(id, other) }))
    .filter(({ similarity }) => similarity > 0)
    .sort((left, right) => right.similarity - left.similarity)
    .slice(0, NEAR_AT_MOST)
    .map(({ other }) => other);
  return new LibraryError(
    id,
    `The library holds no text with the id ${id}.`,
    near.length === 0
      ? 'Nothing was added with `npx yinju add` yet.'
      : `Did you mean ${near.join(', ')}? \`npx yinju sources\` lists all ids.`,
  );
}
