import { basename, join } from 'node:path';
import { decodeText } from '../../documents/decode-text.js';
import { documentId } from '../../documents/document-ids.js';
import type { LawText } from '../../documents/document.js';
import { filesBelow, TEXT_FILE } from '../../documents/load-documents.js';
import { fileErrorCode, type FileSystem } from '../../shared/file-system.js';
import { reasonOf } from '../../shared/errors.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { articleHeadedBy } from '../texts/law-lines.js';
import { lawTextProblems, type LawTextProblem } from '../texts/law-text-problems.js';
import { readLawText } from '../texts/read-law-text.js';
import { LibraryError } from './library-error.js';
import { idsOf, libraryFiles } from './library-files.js';
import { LibraryStaging } from './library-staging.js';

/** Where added texts lie, and what is needed to know them. */
export interface LibraryParts {
  readonly fileSystem: FileSystem;
  /** The folder of the library; made where it is missing. */
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly onProgress?: (progress: LibraryProgress) => void;
  /** Heeded until the texts are moved into the library: after that adding is finished. */
  readonly signal?: AbortSignal;
}

/** How far adding is: so many files have been read, or so many texts copied. */
export interface LibraryProgress {
  readonly phase: 'read' | 'copy';
  readonly done: number;
  readonly total: number;
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

/** A file that may be added, in memory. */
interface Candidate {
  readonly text: AddedText;
  readonly bytes: Uint8Array;
  /** SHA-256 of its text. */
  readonly sha256: string;
}

/**
 * Copies a text of a law, or all that a folder holds, into the library. Everything is written beside it first and then
 * moved into place: where the disk fails while it is written, the library is as it was.
 *
 * @param path a file, or a folder: its name becomes a folder of the library
 * @throws LibraryError where nothing is there, where none of it is the text of a law, or where the disk fails; the
 * signal's reason where it is aborted before the texts are moved: the library is then as it was
 */
export async function addToLibrary(parts: LibraryParts, path: string): Promise<AddedTexts> {
  const { fileSystem, folder, onProgress } = parts;
  const found = await fileSystem.stat(path);
  if (found === null) throw new LibraryError(path, `There is nothing at ${path}.`, 'Check the path.');
  const files = found.kind === 'folder' ? await filesBelow(fileSystem, path) : null;
  const staging = new LibraryStaging(fileSystem, folder);
  try {
    const texts = await stageTexts(parts, path, files, staging);
    if (texts.added.length === 0 && texts.present.length === 0) throw nothingToAdd(path, texts.refused);
    await whileCopying(path, () => staging.moveIn((done, total) => onProgress?.({ phase: 'copy', done, total })));
    const ids = idsOf(folder, await libraryFiles(fileSystem, folder));
    return { ...texts, added: texts.added.map((text) => ({ ...text, id: ids.get(text.file) ?? text.id })) };
  } finally {
    await staging.discard();
  }
}

/**
 * Reads files one after the other and stages those that are new.
 * @param files paths below `path`, or null where that is the only file
 */
async function stageTexts(
  parts: LibraryParts,
  path: string,
  files: readonly string[] | null,
  staging: LibraryStaging,
): Promise<AddedTexts> {
  const { fileSystem, folder, onProgress, signal } = parts;
  const known = await checksumsOf(parts);
  const added: AddedText[] = [];
  const present: AddedTexts['present'][number][] = [];
  const refused: AddedTexts['refused'][number][] = [];
  const names = files ?? [basename(path)];
  for (const [index, file] of names.entries()) {
    signal?.throwIfAborted();
    const target = files === null ? file : `${basename(path)}/${file}`;
    const read = await readCandidate(parts, files === null ? path : join(path, file), target);
    if (typeof read === 'string') refused.push({ file, reason: read });
    else {
      const { text, bytes, sha256 } = read;
      const holder = known.get(sha256);
      if (holder !== undefined) present.push({ file, as: holder });
      else if (await fileSystem.stat(join(folder, target)))
        refused.push({ file, reason: `has the name of another text of the library; remove ${text.id} first` });
      else {
        await whileCopying(path, () => staging.add(target, bytes));
        known.set(sha256, target);
        added.push(text);
      }
    }
    onProgress?.({ phase: 'read', done: index + 1, total: names.length });
  }
  signal?.throwIfAborted();
  return { added, present, refused };
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
): Promise<Candidate | string> {
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
  const text: AddedText = {
    file: target,
    id,
    title: metadata.title,
    law: form.metadata.law ?? null,
    articles: lines.filter((line) => articleHeadedBy(line.trim()) !== null).length,
    problems: form.metadata.law === undefined ? [] : lawTextProblems({ metadata, source, blocks: form.blocks }),
  };
  return { text, bytes, sha256 };
}

async function whileCopying(path: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (cause) {
    throw new LibraryError(
      path,
      `${path} could not be copied into the library: ${reasonOf(cause)}`,
      'Make room, or check the permissions of the folder, and give the command again: what was copied is not copied twice.',
      cause,
    );
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
