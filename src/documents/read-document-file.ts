import { reasonOf } from '../shared/errors.js';
import type { FileSystem } from '../shared/file-system.js';
import { blocksFromPlainText } from './blocks-from-plain-text.js';
import { blocksFromSidecar } from './blocks-from-sidecar.js';
import { decodeText } from './decode-text.js';
import type { Block, DocumentMetadata, SourceDocument } from './document.js';
import { documentId } from './document-ids.js';
import type { DocumentProblem } from './documents-error.js';
import { readSidecar } from './read-sidecar.js';
import type { SidecarDocument } from './sidecar-schema.js';

/** What a reader for texts of a form of its own makes of a file without a sidecar. */
export interface ReadForm {
  readonly metadata: Partial<DocumentMetadata> & Pick<DocumentMetadata, 'title'>;
  readonly blocks: readonly Block[];
}

/** Null where the text has not the form that it reads. `file` is the path below the data folder. */
export type FormReader = (source: string, file: string) => ReadForm | null;

/** The head that generators of web sites put before a Markdown text, where nothing stands behind it. */
const NOTHING_BUT_FRONT_MATTER = /^\s*---\r?\n(?:(?!---)[^\n]*\n)*---\s*$/;

/** What came of reading one file. */
export interface FileOutcome {
  /** True where there was nothing to read, and nothing is wrong. */
  readonly skipped: boolean;
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly DocumentProblem[];
}

/**
 * Reads a text with its sidecar, or without one; what is wrong with either is part of the result.
 * @param folder the data folder; the paths are below it
 * @param readForm tried first on a text without a sidecar
 */
export async function readDocumentFile(
  fileSystem: FileSystem,
  folder: string,
  file: string,
  sidecarFile: string | null,
  readForm: FormReader,
): Promise<FileOutcome> {
  const failed = (name: string, message: string): FileOutcome => ({
    skipped: false,
    documents: [],
    problems: [{ file: name, line: null, message }],
  });
  const bytesOf = async (name: string): Promise<Uint8Array | FileOutcome> => {
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
