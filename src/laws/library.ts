import { basename, dirname, join } from 'node:path';
import { decodeText } from '../documents/decode-text.js';
import { documentId } from '../documents/document-ids.js';
import type { LawText } from '../documents/document.js';
import { filesBelow, TEXT_FILE } from '../documents/load-documents.js';
import { fileErrorCode, type FileSystem } from '../shared/file-system.js';
import { reasonOf } from '../shared/errors.js';
import type { Catalogue } from './catalogue.js';
import { articleHeadedBy } from './law-lines.js';
import { LibraryError } from './library-error.js';
import { lawTextProblems, type LawTextProblem } from './law-text-problems.js';
import { idsOf, libraryFiles } from './library-files.js';
import { readLawText } from './read-law-text.js';

/** Where added texts lie, and what is needed to know them. */
export interface LibraryParts {
  readonly fileSystem: FileSystem;
  /** The folder of the library; made where it is missing. */
  readonly folder: string;
  readonly catalogue: Catalogue;
}

/** A text that was added. */
export interface AddedText {
  /** Path below the folder of the library. */
  readonly file: string;
  /** The id of its document. */
  readonly id: string;
  readonly title: string;
  /** Null for a decision without articles. */
  readonly law: LawText | null;
  readonly articles: number;
  readonly problems: readonly LawTextProblem[];
}

/** What came of adding: every file of the path is in one of the lists. */
export interface AddedTexts {
  readonly added: readonly AddedText[];
  /** Files whose text the library holds already, with the file that holds it. */
  readonly present: readonly { readonly file: string; readonly as: string }[];
  /** Files that were left where they are, and why. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/** No law is a hundredth of this; what is larger is something else. */
export const LARGEST_TEXT = 32 * 1024 * 1024;
const STAGING_SUFFIX = '.adding';

/** A file that may be added, in memory. */
interface Candidate extends AddedText {
  readonly bytes: Uint8Array;
}

/**
 * Copies a text of a law, or all that a folder holds, into the library. Everything is written beside it first and then
 * moved into place: where the disk fails while it is written, the library is as it was.
 *
 * @param path a file, or a folder: its name becomes a folder of the library
 * @throws LibraryError where nothing is there, where none of it is the text of a law, or where the disk fails
 */
export async function addToLibrary(parts: LibraryParts, path: string): Promise<AddedTexts> {
  const found = await parts.fileSystem.stat(path);
  if (found === null) throw new LibraryError(path, `There is nothing at ${path}.`, 'Check the path.');
  const isFolder = found.kind === 'folder';
  const files = isFolder ? await filesBelow(parts.fileSystem, path) : [basename(path)];
  const known = await checksumsOf(parts);
  const added: Candidate[] = [];
  const present: { readonly file: string; readonly as: string }[] = [];
  const refused: { readonly file: string; readonly reason: string }[] = [];
  for (const file of files) {
    const source = isFolder ? join(path, file) : path;
    const target = isFolder ? `${basename(path)}/${file}` : file;
    const read = await readCandidate(parts, source, target);
    if (typeof read === 'string') refused.push({ file, reason: read });
    else {
      const holder = known.get(read.sha256);
      if (holder !== undefined) present.push({ file, as: holder });
      else if (await parts.fileSystem.stat(join(parts.folder, target)))
        refused.push({ file, reason: `has the name of another text of the library; remove ${read.id} first` });
      else {
        known.set(read.sha256, target);
        added.push(read);
      }
    }
  }
  if (added.length === 0 && present.length === 0) throw nothingToAdd(path, refused);
  if (added.length > 0) await copyAll(parts, path, added);
  const ids = idsOf(parts.folder, await libraryFiles(parts.fileSystem, parts.folder));
  return {
    added: added.map(({ file, id, title, law, articles, problems }) => ({
      file,
      id: ids.get(file) ?? id,
      title,
      law,
      articles,
      problems,
    })),
    present,
    refused,
  };
}

async function checksumsOf({ fileSystem, folder }: LibraryParts): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const file of await libraryFiles(fileSystem, folder)) {
    const decoded = decodeText(await fileSystem.readFile(join(folder, file)));
    if (decoded.ok) known.set(decoded.sha256, file);
  }
  return known;
}

/** The text in a file, or why it cannot be added. */
async function readCandidate(
  { fileSystem, catalogue }: LibraryParts,
  path: string,
  target: string,
): Promise<(Candidate & { readonly sha256: string }) | string> {
  if (!TEXT_FILE.test(path)) return 'is no .txt or .md file';
  const size = (await fileSystem.stat(path))?.size ?? 0;
  if (size > LARGEST_TEXT) return `is ${Math.ceil(size / 1024 / 1024)} MB large: no law is`;
  let bytes: Uint8Array;
  try {
    bytes = await fileSystem.readFile(path);
  } catch (cause) {
    return `cannot be read (${fileErrorCode(cause) ?? reasonOf(cause)})`;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded.reason;
  const form = readLawText(decoded.text, target, catalogue);
  if (form === null) return 'is no text of a law: no title of one, and no articles';
  const { sha256, bytesSha256, text: source } = decoded;
  const id = documentId(target);
  if (id === '') return 'has a name without a letter or digit, which would be its id';
  const unknown = { kind: null, author: null, agency: null, publisher: null, date: null, inferred: [], url: null };
  const metadata = { id, scope: 'global' as const, ...unknown, file: target, sha256, bytesSha256, ...form.metadata };
  const lines = source.split(/\r\n|[\n\r]/);
  return {
    file: target,
    id,
    title: metadata.title,
    law: form.metadata.law ?? null,
    articles: lines.filter((line) => articleHeadedBy(line.trim()) !== null).length,
    problems: form.metadata.law === undefined ? [] : lawTextProblems({ metadata, source, blocks: form.blocks }),
    bytes,
    sha256,
  };
}

async function copyAll(
  { fileSystem, folder }: LibraryParts,
  path: string,
  candidates: readonly Candidate[],
): Promise<void> {
  const staging = folder + STAGING_SUFFIX;
  try {
    await fileSystem.remove(staging);
    await fileSystem.makeFolder(staging);
    for (const [index, { bytes }] of candidates.entries())
      await fileSystem.writeFile(join(staging, String(index)), bytes);
    const folders = new Set(candidates.map(({ file }) => dirname(join(folder, file))));
    for (const one of folders) await fileSystem.makeFolder(one);
    for (const [index, { file }] of candidates.entries())
      await fileSystem.rename(join(staging, String(index)), join(folder, file));
    for (const one of folders) await fileSystem.syncFolder(one);
  } catch (cause) {
    throw new LibraryError(
      path,
      `${path} could not be copied into the library: ${reasonOf(cause)}`,
      'Make room, or check the permissions of the folder, and give the command again: what was copied is not copied twice.',
      cause,
    );
  } finally {
    await fileSystem.remove(staging).catch(() => undefined);
  }
}

function nothingToAdd(path: string, refused: AddedTexts['refused']): LibraryError {
  const [first] = refused;
  const message =
    first === undefined
      ? `The folder ${path} is empty.`
      : refused.length === 1
        ? `${first.file} cannot be added: it ${first.reason}.`
        : `Nothing in ${path} can be added: ${first.file} ${first.reason}, and ${refused.length - 1} more.`;
  return new LibraryError(
    path,
    message,
    'Add a text with the title of a law in its first line and articles that begin with 第N条 and a space.',
  );
}
