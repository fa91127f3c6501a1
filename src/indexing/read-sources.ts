import type { SourceDocument } from '../documents/document.js';
import { loadDocuments } from '../documents/load-documents.js';
import type { Catalogue } from '../laws/catalogue.js';
import { readLawText } from '../laws/read-law-text.js';
import type { FileSystem } from '../shared/file-system.js';
import { stampFolders, type FileStamp } from './source-stamps.js';

/** What an index is built from. */
export interface Sources {
  readonly documents: readonly SourceDocument[];
  /** Stamps of their files, taken before they were read. */
  readonly sources: readonly FileStamp[];
  /** Files that no reader is there for. */
  readonly skipped: readonly string[];
}

/** Where documents are read from, and what tells the texts of laws among them. */
export interface SourceReading {
  readonly fileSystem: FileSystem;
  readonly folders: readonly string[];
  readonly catalogue: Catalogue;
  /** Told how many files have been read, of how many. */
  readonly onRead: (done: number, total: number) => void;
}

/** Reads all documents, the texts of laws as such. @throws DataFolderError, DocumentsError */
export async function readSources({ fileSystem, folders, catalogue, onRead }: SourceReading): Promise<Sources> {
  // A file that changes while it is read is then seen as changed the next time.
  const sources = await stampFolders(fileSystem, folders);
  const readForm = (text: string, file: string) => readLawText(text, file, catalogue);
  return { sources, ...(await loadDocuments(fileSystem, folders, readForm, onRead)) };
}
