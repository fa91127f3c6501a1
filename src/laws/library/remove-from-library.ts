import { join } from 'node:path';
import { reasonOf } from '../../shared/errors.js';
import { bigramSimilarity } from '../names/near-names.js';
import type { LibraryParts } from './library.js';
import { LibraryError } from './library-error.js';
import { idsOf, libraryFiles } from './library-files.js';

const NEAR_AT_MOST = 3;
const NOTHING_ADDED = 'No folder was added with `npx yinju add` yet.';

/** Which texts to take out: by the ids that `yinju add` and `yinju sources` print, those of one folder, or all. */
export type Removal =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  /** `folder` is a path below the library: the name of a folder that was added, or of one in it. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'all' };

type Library = Pick<LibraryParts, 'fileSystem' | 'folder'>;

/**
 * The texts that a removal means, as paths below the folder of the library, each once.
 * @throws LibraryError where the library holds no such text
 */
export async function textsMeantBy(removal: Removal, { fileSystem, folder }: Library): Promise<readonly string[]> {
  const files = await libraryFiles(fileSystem, folder);
  const ids = idsOf(folder, files);
  if (removal.kind === 'ids') {
    const unknown = removal.ids.find((id) => !files.some((file) => ids.get(file) === id));
    if (unknown !== undefined) throw noSuchText(unknown, [...ids.values()]);
    return files.filter((file) => removal.ids.includes(ids.get(file) ?? ''));
  }
  const name = removal.kind === 'all' ? '' : removal.folder.replaceAll('\\', '/').replace(/^\/+|\/+$/g, '');
  const meant =
    name === '' ? (removal.kind === 'all' ? files : []) : files.filter((file) => file.startsWith(`${name}/`));
  if (meant.length === 0) throw removal.kind === 'all' ? emptyLibrary(folder) : noSuchFolder(removal.folder, files);
  return meant;
}

/**
 * Takes texts out of the library, one after the other.
 * @param files paths below the folder of the library
 * @param onRemoved told after each how many are gone
 * @throws LibraryError where the disk fails, the signal's reason where it is aborted: those before are gone
 */
export async function removeFromLibrary(
  files: readonly string[],
  { fileSystem, folder }: Library,
  onRemoved?: (done: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    try {
      await fileSystem.remove(join(folder, file));
    } catch (cause) {
      const before = index === 0 ? '' : ` ${index} of ${files.length} texts are gone already.`;
      const message = `${file} cannot be removed: ${reasonOf(cause)}.${before}`;
      throw new LibraryError(file, message, 'Check the permissions, and give the command again.', cause);
    }
    onRemoved?.(index + 1);
  }
}

function emptyLibrary(folder: string): LibraryError {
  return new LibraryError(folder, `The library ${folder} holds no text.`, NOTHING_ADDED);
}

function noSuchFolder(folder: string, files: readonly string[]): LibraryError {
  const folders = [...new Set(files.flatMap((file) => (file.includes('/') ? [file.slice(0, file.indexOf('/'))] : [])))];
  const named = folders.slice(0, NEAR_AT_MOST).join(', ');
  return new LibraryError(
    folder,
    `The library has no folder ${folder} with texts.`,
    folders.length === 0 ? NOTHING_ADDED : `It has ${named}${folders.length > NEAR_AT_MOST ? ' and others' : ''}.`,
  );
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
