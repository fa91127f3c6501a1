import type { FileEntry, FileSystem } from '../../src/shared/file-system.js';

/** What stands at a path: a file of text (UTF-8) or bytes, or the code of the error that reading or listing it ends in. */
export type TextFolder = Readonly<Record<string, string | Uint8Array | { readonly fails: string }>>;

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

/**
 * A file system that holds the files of one object, by path: `{ 'data/a.txt': '...' }`. Folders are there as far as files
 * lie in them. It reads only; a path with `fails` raises that error whether it is read or listed.
 */
export function textFolder(files: TextFolder): FileSystem {
  const refuse = (): Promise<never> => Promise.reject(new Error('this file system is for reading'));
  const fail = (path: string): void => {
    const entry = files[path];
    if (typeof entry === 'object' && 'fails' in entry) throw failure(entry.fails, path);
  };
  return {
    readFile: async (path) => {
      fail(path);
      const entry = files[path];
      if (typeof entry === 'string') return Promise.resolve(new TextEncoder().encode(entry));
      if (entry instanceof Uint8Array) return Promise.resolve(entry);
      throw failure('ENOENT', path);
    },
    list: async (path) => {
      fail(path);
      if (path in files) throw failure('ENOTDIR', path);
      const below = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
      if (below.length === 0) throw failure('ENOENT', path);
      const kinds = new Map<string, FileEntry['kind']>();
      for (const name of below) {
        const [first = '', ...rest] = name.slice(path.length + 1).split('/');
        if (first !== '') kinds.set(first, rest.length > 0 ? 'folder' : 'file');
      }
      const entries = [...kinds].map(([name, kind]): FileEntry => ({ name, kind }));
      return Promise.resolve(entries.sort((one, other) => (one.name < other.name ? -1 : 1)));
    },
    stat: refuse,
    readPart: refuse,
    writeFile: refuse,
    appendFile: refuse,
    syncFile: refuse,
    createFile: refuse,
    rename: refuse,
    syncFolder: refuse,
    makeFolder: refuse,
    remove: refuse,
  };
}
