import { fileErrorCode, type FileEntry, type FileSystem } from '../shared/file-system.js';
import { reasonOf } from '../shared/errors.js';
import { blocksFromPlainText } from './blocks-from-plain-text.js';
import { blocksFromSidecar } from './blocks-from-sidecar.js';
import { decodeText } from './decode-text.js';
import type { Block, DocumentMetadata, SourceDocument } from './document.js';
import { distinctIds, documentId } from './document-ids.js';
import { DataFolderError, DocumentsError, type DocumentProblem } from './documents-error.js';
import { readSidecar } from './read-sidecar.js';
import type { SidecarDocument } from './sidecar-schema.js';

/** The documents of some folders, sorted by id, and the files that no reader is there for. */
export interface LoadedDocuments {
  readonly documents: readonly SourceDocument[];
  /** Paths below their data folder. */
  readonly skipped: readonly string[];
}

/** What a reader for texts of a form of its own makes of a file without a sidecar. */
export interface ReadForm {
  readonly metadata: Partial<DocumentMetadata> & Pick<DocumentMetadata, 'title'>;
  readonly blocks: readonly Block[];
}

/** Null where the text has not the form that it reads. `file` is the path below the data folder. */
export type FormReader = (source: string, file: string) => ReadForm | null;

/** The head that generators of web sites put before a Markdown text, where nothing stands behind it. */
const NOTHING_BUT_FRONT_MATTER = /^\s*---\r?\n(?:(?!---)[^\n]*\n)*---\s*$/;

/** Names of the files that are read as texts. */
export const TEXT_FILE = /\.(?:txt|md)$/i;
const SIDECAR_FILE = /\.ya?ml$/i;

/**
 * Reads every document below the folders: `.txt` and `.md`, each with the sidecar `NAME.yaml` beside it where there is
 * one. Files of other kinds and those of nothing but front matter are named in `skipped`; names that begin with a dot
 * are passed over.
 * @param readForm tried first on every file without a sidecar
 * @throws DataFolderError where a folder is missing, unreadable or holds no document
 * @throws DocumentsError with every problem of every file
 */
export async function loadDocuments(
  fileSystem: FileSystem,
  folders: readonly string[],
  readForm: FormReader = () => null,
): Promise<LoadedDocuments> {
  const found: FoundDocument[] = [];
  const problems: DocumentProblem[] = [];
  const skipped: string[] = [];
  for (const folder of folders) {
    const files = await filesBelow(fileSystem, folder);
    const names = new Set(files);
    const texts = files.filter((file) => TEXT_FILE.test(file));
    if (texts.length === 0) throw new DataFolderError(folder, 'holds no .txt or .md file');
    skipped.push(...files.filter((file) => !TEXT_FILE.test(file) && !SIDECAR_FILE.test(file)));
    for (const file of files.filter((one) => SIDECAR_FILE.test(one)))
      if (!texts.some((text) => stem(text) === stem(file)))
        problems.push({ file, line: null, message: 'is a sidecar without a .txt or .md file of the same name' });
    for (const file of texts) {
      const sidecar = [`${stem(file)}.yaml`, `${stem(file)}.yml`].find((name) => names.has(name)) ?? null;
      const read = await readFile(fileSystem, folder, file, sidecar, readForm);
      if (read.skipped) skipped.push(file);
      found.push(...read.documents.map((document) => ({ document, folder, hasSidecar: sidecar !== null })));
      problems.push(...read.problems);
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

interface ReadFile {
  /** True where there was nothing to read, and nothing is wrong. */
  readonly skipped: boolean;
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly DocumentProblem[];
}

async function readFile(
  fileSystem: FileSystem,
  folder: string,
  file: string,
  sidecarFile: string | null,
  readForm: FormReader,
): Promise<ReadFile> {
  const failed = (name: string, message: string): ReadFile => ({
    skipped: false,
    documents: [],
    problems: [{ file: name, line: null, message }],
  });
  const bytesOf = async (name: string): Promise<Uint8Array | ReadFile> => {
    try {
      return await fileSystem.readFile(`${folder}/${name}`);
    } catch (cause) {
      return failed(name, `cannot be read (${reasonOf(cause)})`);
    }
  };
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const decoded = decodeText(bytes);
  if (!decoded.ok) return failed(file, decoded.reason);
  const { text: source, sha256, bytesSha256 } = decoded;
  const facts = { file, sha256, bytesSha256 };
  if (sidecarFile === null) {
    if (NOTHING_BUT_FRONT_MATTER.test(source)) return { skipped: true, documents: [], problems: [] };
    const id = documentId(file);
    const form = readForm(source, file);
    const { title, blocks } = form === null ? blocksFromPlainText(source) : { ...form.metadata, blocks: form.blocks };
    if (title === '') return failed(file, 'is empty');
    if (id === '') return failed(file, 'has a name without a letter or digit, which would be its id');
    const metadata = { ...plainMetadata(id, title, facts), ...form?.metadata };
    return { skipped: false, documents: [{ metadata, source, blocks }], problems: [] };
  }
  const sidecarBytes = await bytesOf(sidecarFile);
  if (!(sidecarBytes instanceof Uint8Array)) return sidecarBytes;
  const yaml = decodeText(sidecarBytes);
  if (!yaml.ok) return failed(sidecarFile, yaml.reason);
  const read = readSidecar(yaml.text, source, { sidecar: sidecarFile, text: file });
  if (!read.ok) return { skipped: false, documents: [], problems: read.problems };
  const { documents, markers } = read.sidecar;
  return {
    skipped: false,
    documents: documents.map((one) => ({
      metadata: sidecarMetadata(one, facts),
      source,
      blocks: blocksFromSidecar(one, source, markers),
    })),
    problems: [],
  };
}

type FileFacts = Pick<DocumentMetadata, 'file' | 'sha256' | 'bytesSha256'>;

function plainMetadata(id: string, title: string, facts: FileFacts): DocumentMetadata {
  const unknown = { kind: null, author: null, agency: null, publisher: null, date: null, inferred: [], url: null };
  return { id, scope: 'global', title, ...unknown, ...facts };
}

function sidecarMetadata(document: SidecarDocument, facts: FileFacts): DocumentMetadata {
  const { date } = document;
  const speakers = ['author', 'agency', 'publisher'] as const;
  return {
    id: document.id,
    scope: 'global',
    title: document.title.text,
    kind: document.kind ?? null,
    author: document.author?.name ?? null,
    agency: document.agency?.name ?? null,
    publisher: document.publisher?.name ?? null,
    date: date === undefined ? null : { from: date.from, to: date.to, basis: date.basis },
    inferred: speakers.filter((role) => document[role]?.basis === 'inferred'),
    url: document.url ?? null,
    ...facts,
  };
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
