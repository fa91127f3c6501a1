import { delimiter, resolve, sep } from 'node:path';
import type { ConfigMistake } from './config-error.js';

/** Folders of a `DATA_DIR`, absolute: separated by the platform's path delimiter; empty ones are left out. */
export function splitFolders(value: string, root: string): readonly string[] {
  const folders = value.split(delimiter).map((folder) => folder.trim());
  return [...new Set(folders.filter((folder) => folder !== '').map((folder) => resolve(root, folder)))];
}

/**
 * What is wrong with folders that are read together: the documents of one that lies in another would be read twice, under
 * two ids. The library may be one of the data folders.
 * @param dataFolders absolute, as is `library`
 */
export function nestedFolders(dataFolders: readonly string[], library: string): readonly ConfigMistake[] {
  const folders = [...new Set([...dataFolders, library])];
  const isInside = (inner: string, outer: string): boolean =>
    inner !== outer && inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  return folders.flatMap((inner) => {
    const outer = folders.find((folder) => isInside(inner, folder));
    if (outer === undefined) return [];
    const setting = inner === library ? 'LIBRARY_DIR' : 'DATA_DIR';
    return [{ setting, reason: `names ${inner}, which lies in ${outer}: name folders that lie side by side` }];
  });
}
