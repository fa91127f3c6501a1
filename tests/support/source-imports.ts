import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

export const SRC = join(import.meta.dirname, '..', '..', 'src');

/** One import of a file of `src`. */
export interface SourceImport {
  /** The file that imports, below `src`, with `/` on every system. */
  readonly file: string;
  /** As it is written: a library or a relative path. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every file of `src`, below it. */
export const sourceFiles = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'));

/** Every import of every file, those that are made when they are needed among them. */
export const sourceImports: readonly SourceImport[] = sourceFiles.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map((match) => ({ file, target: match[3] ?? match[4] ?? '', typeOnly: match[2] !== undefined }));
});

/** The folder of `src` that a file stands in; its own name where it stands in none. */
export const folderOf = (path: string): string =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, '');

/** The folder within that of `folderOf`; `.` for a file beside such folders. */
export const innerFolderOf = (path: string): string => path.split('/').slice(1, -1)[0] ?? '.';

/** The file that an import of a file means. */
export const resolved = ({ file, target }: SourceImport): string =>
  posix.normalize(posix.join(posix.dirname(file), target)).replace(/\.js$/, '.ts');
