import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import { addToLibrary, type AddedTexts, type LibraryProgress } from '../../laws/library/library.js';
import { removeFromLibrary, textsMeantBy, type Removal } from '../../laws/library/remove-from-library.js';
import { UsageError } from '../../shared/errors.js';
import type { FileSystem } from '../../shared/file-system.js';
import type { IndexReport, WorkReporter } from '../application.js';

/** A library, and what becomes of the index when it changes. */
export interface LibraryWork {
  readonly fileSystem: FileSystem;
  /** Made where it is missing. */
  readonly folder: string;
  readonly loadCatalogue: () => Promise<Catalogue>;
  readonly refresh: () => Promise<IndexReport>;
  readonly reporter: WorkReporter;
  readonly signal: AbortSignal;
}

const STAGES: Readonly<Record<LibraryProgress['phase'], string>> = {
  read: 'Looking at files',
  copy: 'Copying texts',
};

/**
 * Copies the texts of laws at a path into the library and brings the index up to date.
 * @throws LibraryError · what refreshing throws: the texts are in the library then
 */
export async function addTexts(
  path: string,
  { fileSystem, folder, loadCatalogue, refresh, reporter, signal }: LibraryWork,
): Promise<{ readonly texts: AddedTexts; readonly index: IndexReport }> {
  const catalogue = await loadCatalogue();
  const onProgress = ({ phase, done, total }: LibraryProgress): void => reporter.progress(STAGES[phase], done, total);
  const texts = await addToLibrary({ fileSystem, folder, catalogue, onProgress, signal }, path);
  const copied = texts.added.length;
  // Whoever interrupts what follows shall know that the texts are there, and that nothing need be added again.
  if (copied > 0) reporter.notice(`Copied into ${folder}: ${copied} ${copied === 1 ? 'text' : 'texts'}.`);
  return { texts, index: await refresh() };
}

/**
 * Takes texts out of the library and brings the index up to date.
 * @param confirmed whether the user knows how many they are: needed for a folder, and for all
 * @throws UsageError where it is not confirmed, with the number of texts · LibraryError · what refreshing throws
 */
export async function removeTexts(
  removal: Removal,
  confirmed: boolean,
  { fileSystem, folder, refresh, reporter, signal }: LibraryWork,
): Promise<{ readonly files: readonly string[]; readonly index: IndexReport }> {
  const library = { fileSystem, folder };
  const files = await textsMeantBy(removal, library);
  if (removal.kind !== 'ids' && !confirmed)
    throw new UsageError(`${files.length} ${files.length === 1 ? 'text' : 'texts'} of ${folder} would be removed`, {
      remedy: 'Nothing was removed yet. Give the command again with --yes to remove them.',
    });
  await removeFromLibrary(files, library, (done) => reporter.progress('Removing texts', done, files.length), signal);
  return { files, index: await refresh() };
}
