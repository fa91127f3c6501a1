import { basename } from 'node:path';
import { sha256 } from '../shared/sha256.js';

/** A file that is a document without a sidecar. */
export interface DocumentFile {
  /** The data folder that it lies in. */
  readonly folder: string;
  /** Its path below that folder. */
  readonly file: string;
}

/** Hexadecimal digits of a hash that tell ids apart. */
const SUFFIX_LENGTH = 6;

/** The id of a document without a sidecar: the path of its file in lower case without the ending, other signs as hyphens. */
export function documentId(file: string): string {
  return file
    .replace(/\.[^./]+$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

/**
 * One id a file, in their order. Files whose names differ in white space and marks alone would have the same: each of
 * them then carries some digits of a hash of its path and the name of its folder. So the id of none depends on the order
 * in which they are read, and the common beginning names them all.
 * @param taken ids that sidecars give; a file whose own would be one of them carries digits too
 */
export function distinctIds(
  files: readonly DocumentFile[],
  taken: ReadonlySet<string> = new Set<string>(),
): readonly string[] {
  const own = files.map(({ file }) => documentId(file));
  const count = new Map<string, number>();
  for (const id of own) count.set(id, (count.get(id) ?? 0) + 1);
  return files.map(({ folder, file }, place) => {
    const id = own[place] ?? '';
    if (count.get(id) === 1 && !taken.has(id)) return id;
    return `${id}-${sha256(`${basename(folder)}/${file}`).slice(0, SUFFIX_LENGTH)}`;
  });
}
