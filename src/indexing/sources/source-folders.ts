import type { FileSystem } from '../../shared/file-system.js';
import { stampFolders } from './source-stamps.js';

/**
 * The folders that documents are read from: the data folders, and the library as soon as a file lies there, once where it
 * is one of them. Files whose names begin with a dot are none: a file manager may leave one in an empty library.
 * @throws what the file system throws when it is asked about a file
 */
export async function sourceFolders(
  fileSystem: FileSystem,
  dataFolders: readonly string[],
  library: string,
): Promise<readonly string[]> {
  const stamps = await stampFolders(fileSystem, [library]);
  const isFilled = stamps.some(({ path }) => !/(?:^|[/\\])\.[^/\\]*$/.test(path));
  return isFilled ? [...new Set([...dataFolders, library])] : dataFolders;
}
