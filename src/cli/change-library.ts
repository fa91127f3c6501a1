import type { Catalogue } from '../laws/catalogue.js';
import { addToLibrary, type AddedTexts } from '../laws/library.js';
import { removeFromLibrary } from '../laws/remove-from-library.js';
import { UsageError } from '../shared/errors.js';
import type { FileSystem } from '../shared/file-system.js';
import type { IndexReport } from './application.js';

/** A library, and what becomes of the index when it changes. */
export interface LibraryWork {
  readonly fileSystem: FileSystem;
  /** Null where the folders of documents are the user's own: there is no library then. */
  readonly folder: string | null;
  readonly loadCatalogue: () => Promise<Catalogue>;
  readonly refresh: () => Promise<IndexReport>;
}

/**
 * Copies the texts of laws at a path into the library and brings the index up to date.
 * @throws UsageError where there is no library · LibraryError · what refreshing throws: the texts are in the library then
 */
export async function addTexts(
  path: string,
  { fileSystem, folder, loadCatalogue, refresh }: LibraryWork,
): Promise<{ readonly texts: AddedTexts; readonly index: IndexReport }> {
  if (folder === null) throw noLibrary();
  const texts = await addToLibrary({ fileSystem, folder, catalogue: await loadCatalogue() }, path);
  return { texts, index: await refresh() };
}

/** Takes the text of a document out of the library and brings the index up to date. @throws as `addTexts` */
export async function removeText(
  id: string,
  { fileSystem, folder, refresh }: LibraryWork,
): Promise<{ readonly file: string; readonly index: IndexReport }> {
  if (folder === null) throw noLibrary();
  const file = await removeFromLibrary({ fileSystem, folder }, id);
  return { file, index: await refresh() };
}

function noLibrary(): UsageError {
  return new UsageError('There is no library where DATA_DIR or --data names the folders of documents', {
    remedy: 'Put the file into one of those folders, or take it out of there, and run `npx yinju index`.',
  });
}
