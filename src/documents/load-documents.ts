import { fileErrorCode, type FileEntry, type FileSystem } from '../shared/file-system.js';
import { reasonOf } from '../shared/errors.js';
import type { SourceDocument } from './document.js';
import { distinctIds } from './document-ids.js';
import { DataFolderError, DocumentsError, type DocumentProblem } from './documents-error.js';
import { readDocumentFile, type FormReader } from './read-document-file.js';

/** The documents of some folders, sorted by id, and the files that no reader is there for. */
export interface LoadedDocuments {
  readonly documents: readonly SourceDocument[];
  /** Paths below their data folder. */
  readonly skipped: readonly string[];
}

/** Names of the files that are read as texts. */
export const TEXT_FILE = /\.(?:txt|md)$/i;
const SIDECAR_FILE = /\.ya?ml$/i;

/**
 * Reads every document below the folders: `.txt` and `.md`, each with the sidecar `NAME.yaml` beside it where there is
 * one. Files of other kinds and those of nothing but front matter are named in `skipped`; names that begin with a dot
 * are passed over.
 * @param readForm tried first on every file without a sidecar
 * @param onRead told how many files have been read, of how many
 * @throws DataFolderError where a folder is missing, unreadable or holds no document
 * @throws DocumentsError with every problem of every file
 */
export async function loadDocuments(
  fileSystem: FileSystem,
  folders: readonly string[],
  readForm: FormReader = () => null,
  onRead: (done: number, total: number) => void = () => undefined,
): Promise<LoadedDocuments> {
  const found: FoundDocument[] = [];
  const problems: DocumentProblem[] = [];
  const skipped: string[] = [];
  const listed: { readonly folder: string; readonly files: readonly string[]; readonly texts: readonly string[] }[] =
    [];
  for (const folder of folders) {
    const files = await filesBelow(fileSystem, folder);
    const texts = files.filter((file) => TEXT_FILE.test(file));
    if (texts.length === 0) throw new DataFolderError(folder, 'holds no .txt or .md file');
    listed.push({ folder, files, texts });
  }
  const total = listed.reduce((sum, { texts }) => sum + texts.length, 0);
  let done = 0;
  for (const { folder, files, texts } of listed) {
    const names = new Set(files);
    skipped.push(...files.filter((file) => !TEXT_FILE.test(file) && !SIDECAR_FILE.test(file)));
    for (const file of files.filter((one) => SIDECAR_FILE.test(one)))
      if (!texts.some((text) => stem(text) === stem(file)))
        problems.push({ file, line: null, message: 'is a sidecar without a .txt or .md file of the same name' });
    for (const file of texts) {
      const sidecar = [`${stem(file)}.yaml`, `${stem(file)}.yml`].find((name) => names.has(name)) ?? null;
      const read = await readDocumentFile(fileSystem, folder, file, sidecar, readForm);
      if (read.skipped) skipped.push(file);
      found.push(...read.documents.map((document) => ({ document, folder, hasSidecar: sidecar !== null })));
      problems.push(...read.problems);
      onRead((done += 1), total);
    }
  }
  const documents = withDistinctIds(found);
  problems.push(...repeatedIds(documents));
  if (problems.length > 0) throw new DocumentsError(problems);
  return { documents: [...documents].sort((a, b) => compare(a.metadata.id, b.metadata.id)), skipped };
}

const stem = (file: string): string => file.replace(/\.[^./]+$/, '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Paths of the files below a folder, sorted within each folder; names that begin with a dot are passed over.
 * @throws DataFolderError where it is missing, no folder, or cannot be read
 */
export async function filesBelow(fileSystem: FileSystem, folder: string, below = ''): Promise<readonly string[]> {
  const path = below === '' ? folder : `${folder}/${below}`;
  let entries: readonly FileEntry[];
  try {
    entries = await fileSystem.list(path);
  } catch (cause) {
    const code = fileErrorCode(cause);
    const reason =
      code === 'ENOENT'
        ? 'does not exist'
        : code === 'ENOTDIR'
          ? 'is no folder'
          : `cannot be read (${reasonOf(cause)})`;
    throw new DataFolderError(path, reason, cause);
  }
  const files: string[] = [];
  for (const { name, kind } of entries) {
    if (name.startsWith('.')) continue;
    const file = below === '' ? name : `${below}/${name}`;
    if (kind === 'folder') files.push(...(await filesBelow(fileSystem, folder, file)));
    else if (kind === 'file') files.push(file);
  }
  return files;
}

/** A document as it was read, and where. */
interface FoundDocument {
  readonly document: SourceDocument;
  readonly folder: string;
  /** True where its id was given, false where it comes from the name of its file. */
  readonly hasSidecar: boolean;
}

/** Two files whose names differ in marks alone are no mistake; two sidecars with the same id are. */
function withDistinctIds(found: readonly FoundDocument[]): readonly SourceDocument[] {
  const given = found.filter(({ hasSidecar }) => hasSidecar).map(({ document }) => document);
  const named = found.filter(({ hasSidecar }) => !hasSidecar);
  const ids = distinctIds(
    named.map(({ folder, document }) => ({ folder, file: document.metadata.file })),
    new Set(given.map(({ metadata }) => metadata.id)),
  );
  const renamed = named.map(({ document }, place) => {
    const { metadata } = document;
    return { ...document, metadata: { ...metadata, id: ids[place] ?? metadata.id } };
  });
  return [...given, ...renamed];
}

function repeatedIds(documents: readonly SourceDocument[]): readonly DocumentProblem[] {
  const files = new Map<string, string>();
  return documents.flatMap(({ metadata: { id, file } }) => {
    const before = files.get(id);
    files.set(id, file);
    return before === undefined
      ? []
      : [{ file, line: null, message: `has the document id ${id}, which ${before} has too` }];
  });
}
